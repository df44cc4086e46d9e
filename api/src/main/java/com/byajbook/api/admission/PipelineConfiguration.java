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
        return new DrainEstimate(properties.firstGuess(), properties.knownFor());
    }

    @Bean
    DrainEstimate paymentsDrain(PipelineProperties properties) {
        return new DrainEstimate(properties.firstGuess(), properties.knownFor());
    }

    @Bean
    PipelineWatch applicationsWatch(
            RemoteProperties remotes,
            InternalCalls internal,
            DrainEstimate applicationsDrain,
            PipelineProperties properties) {
        return new PipelineWatch(
                OwnerClient.of("loan-engine", remotes, internal, properties.deadline()),
                "loan-engine.applications",
                applicationsDrain,
                properties,
                System::nanoTime);
    }

    @Bean
    PipelineWatch paymentsWatch(
            RemoteProperties remotes,
            InternalCalls internal,
            DrainEstimate paymentsDrain,
            PipelineProperties properties) {
        return new PipelineWatch(
                OwnerClient.of("payment-flow", remotes, internal, properties.deadline()),
                "payment-flow.payments",
                paymentsDrain,
                properties,
                System::nanoTime);
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
                applicationsDrain,
                target,
                () -> unpublished.of(MessageType.APPLY_FOR_LOAN),
                System::nanoTime);
        pipe.add(gate);
        return gate;
    }

    @Bean
    PipelineGate paymentsPipeline(
            DrainEstimate paymentsDrain,
            PipelineProperties properties,
            LiveLimits limits,
            Unpublished unpublished,
            Pipe pipe) {
        LiveLimit target = target(limits, PAYMENTS + ".target.critical", properties.paymentsTarget());
        PipelineGate gate = new PipelineGate(
                PAYMENTS, paymentsDrain, target, () -> unpublished.of(MessageType.INITIATE_PAYMENT), System::nanoTime);
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
