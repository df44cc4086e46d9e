package com.byajbook.api.admission;

import com.byajbook.api.intake.usecase.Unpublished;
import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.pipe.Pipe;
import com.byajbook.platform.remote.RemoteProperties;
import com.byajbook.platform.web.InternalCalls;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pipelines behind the queues: who owns each, and what is promised. Asked over connections that no request uses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PipelineProperties.class)
class PipelineConfiguration {

    private static final String APPLICATIONS = "pipeline.applications";
    private static final String PAYMENTS = "pipeline.payments";
    private static final long LONGEST_TARGET_MILLIS = Duration.ofHours(1).toMillis();

    @Bean
    DrainEstimate applicationsDrain(PipelineProperties properties) {
        return drain(properties);
    }

    @Bean
    DrainEstimate paymentsDrain(PipelineProperties properties) {
        return drain(properties);
    }

    @Bean
    DrainEstimate callbacksDrain(PipelineProperties properties) {
        return drain(properties);
    }

    @Bean
    DrainEstimate repaymentsDrain(PipelineProperties properties) {
        return drain(properties);
    }

    @Bean
    DrainEstimate fundsDrain(PipelineProperties properties) {
        return drain(properties);
    }

    private static DrainEstimate drain(PipelineProperties properties) {
        return new DrainEstimate(properties.firstGuess(), properties.knownFor());
    }

    @Bean
    PipelineWatch loanEngineWatch(
            RemoteProperties remotes,
            InternalCalls internal,
            DrainEstimate applicationsDrain,
            DrainEstimate repaymentsDrain,
            PipelineProperties properties) {
        return new PipelineWatch(
                OwnerClient.of("loan-engine", remotes, internal, properties.deadline()),
                Map.of("loan-engine.applications", applicationsDrain, "loan-engine.repayments", repaymentsDrain),
                properties,
                System::nanoTime);
    }

    @Bean
    PipelineWatch paymentFlowWatch(
            RemoteProperties remotes,
            InternalCalls internal,
            DrainEstimate paymentsDrain,
            DrainEstimate callbacksDrain,
            DrainEstimate fundsDrain,
            PipelineProperties properties) {
        return new PipelineWatch(
                OwnerClient.of("payment-flow", remotes, internal, properties.deadline()),
                Map.of(
                        "payment-flow.payments", paymentsDrain,
                        "payment-flow.callbacks", callbacksDrain,
                        "payment-flow.funds", fundsDrain),
                properties,
                System::nanoTime);
    }

    /** A payment is collected, told of by the provider, allocated and shared out. */
    @Bean
    DrainLine paymentsLine(
            DrainEstimate paymentsDrain,
            DrainEstimate callbacksDrain,
            DrainEstimate repaymentsDrain,
            DrainEstimate fundsDrain) {
        return DrainLine.of(paymentsDrain, callbacksDrain, repaymentsDrain, fundsDrain);
    }

    @Bean
    PipelineGate applicationsPipeline(
            DrainEstimate applicationsDrain,
            PipelineProperties properties,
            LiveLimits limits,
            Unpublished unpublished,
            Pipe pipe) {
        LiveLimit target = target(limits, APPLICATIONS + ".target.high", properties.applicationsTarget());
        PipelineGate gate = new PipelineGate(
                APPLICATIONS,
                DrainLine.of(applicationsDrain),
                target,
                () -> unpublished.of(MessageType.APPLY_FOR_LOAN),
                System::nanoTime);
        pipe.add(gate);
        return gate;
    }

    @Bean
    PipelineGate paymentsPipeline(
            DrainLine paymentsLine,
            PipelineProperties properties,
            LiveLimits limits,
            Unpublished unpublished,
            Pipe pipe) {
        LiveLimit target = target(limits, PAYMENTS + ".target.critical", properties.paymentsTarget());
        PipelineGate gate = new PipelineGate(
                PAYMENTS, paymentsLine, target, () -> unpublished.of(MessageType.INITIATE_PAYMENT), System::nanoTime);
        pipe.add(gate);
        return gate;
    }

    private static LiveLimit target(LiveLimits limits, String name, Duration initial) {
        return limits.define(new LiveLimit.Definition(
                "gate." + name,
                LimitUnit.MILLIS,
                initial.toMillis(),
                0,
                LONGEST_TARGET_MILLIS,
                "The longest time that something accepted now may wait for its owner."));
    }
}
