package com.byajbook.api.intake.usecase;

import com.byajbook.platform.deadline.MissedDeadlines;
import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.gate.Gate;
import com.byajbook.platform.overload.gate.GateDefinition;
import com.byajbook.platform.overload.gate.Gates;
import com.byajbook.platform.overload.ingress.TurnAway;
import com.byajbook.platform.pipe.StageKind;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

/** Stacks the acceptance point: what is outermost is asked first. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    private static final String GATE = "intake";
    private static final int FLOOR_EVERY = 50;
    private static final Duration FIRST_GUESS = Duration.ofMillis(20);
    private static final GateLimits.Targets TARGETS = new GateLimits.Targets(
            Duration.ofSeconds(1), Duration.ofMillis(250), Duration.ofMillis(150), Duration.ofMillis(80));

    @Bean
    IntakeMeter intakeMeter(MeterRegistry registry) {
        return new IntakeMeter(registry);
    }

    /** As many commands at work as the batches in flight can hold; what waits, waits in order of its class. */
    @Bean
    Gate intakeGate(Gates gates, IntakeLimits limits) {
        int width = Math.min(limits.maxBatch() * limits.maxInFlight(), limits.maxQueued());
        return gates.define(new GateDefinition(
                GATE,
                StageKind.INTAKE,
                new GateLimits(width, limits.maxQueued(), TARGETS, FLOOR_EVERY, Duration.ofMinutes(2)),
                limits.maxQueued(),
                FIRST_GUESS));
    }

    @Bean
    BoundedBacklog acceptCommands(
            IntakeStore store,
            MeasureBacklog backlog,
            IntakeLimits limits,
            Gate intakeGate,
            Clock clock,
            MissedDeadlines missed,
            IntakeMeter meter,
            MeterRegistry registry) {
        BatchCommit commit = new BatchCommit(store, limits.commitTimeout(), clock, missed);
        AcceptCommands admitted = new AdmittedCommands(innermost(commit, limits, meter), intakeGate);
        return new BoundedBacklog(admitted, backlog, limits, meter, registry);
    }

    @Bean
    IntakeEntrance intakeEntrance(BoundedBacklog backlog, Gate intakeGate) {
        return new IntakeEntrance(List.of(backlog, TurnAway.at(intakeGate)));
    }

    private static AcceptCommands innermost(BatchCommit commit, IntakeLimits limits, IntakeMeter meter) {
        return switch (limits.mode()) {
            case GROUP_COMMIT -> new IntakeBatcher(commit, limits, Schedulers.parallel(), System::nanoTime, meter);
            case TRANSACTION_PER_REQUEST -> new TransactionPerRequest(commit, limits, System::nanoTime, meter);
        };
    }
}
