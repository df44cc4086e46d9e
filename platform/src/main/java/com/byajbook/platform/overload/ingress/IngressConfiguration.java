package com.byajbook.platform.overload.ingress;

import com.byajbook.platform.overload.OverloadConfiguration;
import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.gate.Gate;
import com.byajbook.platform.overload.gate.GateDefinition;
import com.byajbook.platform.overload.gate.Gates;
import com.byajbook.platform.pipe.Pipe;
import com.byajbook.platform.pipe.StageKind;
import com.byajbook.platform.web.InternalCalls;
import com.byajbook.platform.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** The ingress of each service. What its requests are, the service says with a {@link ClassifyRequest} of its own. */
@AutoConfiguration(after = {OverloadConfiguration.class, WebConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class IngressConfiguration {

    private static final String INGRESS = "ingress";
    private static final int REQUESTS_A_CORE = 32;
    private static final int MOST_REQUESTS = 4096;
    private static final int MAX_QUEUED = 2000;
    private static final int FLOOR_EVERY = 50;
    private static final Duration FIRST_GUESS = Duration.ofMillis(10);

    /**
     * Waits are short: a request that waited long is one that its caller has given up and sends again. What matters most
     * waits for as long as it is of use to its caller: to refuse it costs more than to be late.
     */
    private static final GateLimits.Targets TARGETS = new GateLimits.Targets(
            Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(150), Duration.ofMillis(100));

    @Bean
    @ConditionalOnMissingBean
    ClassifyRequest classifyRequest(InternalCalls calls) {
        return new InternalRequests(calls);
    }

    @Bean
    IngressPolicy ingressPolicy(ClassifyRequest classes, Gates gates, Pipe pipe, MeterRegistry meters, Clock clock) {
        Gate ingress = ingress(gates);
        EventLoops loops = new EventLoops(System::nanoTime, () -> ingress.target(TrafficClass.LOW), meters);
        pipe.add(loops);
        return new IngressPolicy(classes, ingress, loops, gates.isProtecting(), clock);
    }

    @Bean
    IngressFilter ingressFilter(IngressPolicy policy, ApplicationContext application) {
        return new IngressFilter(policy, application);
    }

    @Bean
    AcceptingServer acceptingServer() {
        return new AcceptingServer();
    }

    @Bean
    TurnAwayServer turnAwayServer(IngressPolicy policy) {
        return new TurnAwayServer(policy);
    }

    private static Gate ingress(Gates gates) {
        int width = REQUESTS_A_CORE * Runtime.getRuntime().availableProcessors();
        return gates.define(new GateDefinition(
                INGRESS,
                StageKind.INGRESS,
                new GateLimits(width, MAX_QUEUED, TARGETS, FLOOR_EVERY, Duration.ofMinutes(2)),
                MOST_REQUESTS,
                FIRST_GUESS));
    }
}
