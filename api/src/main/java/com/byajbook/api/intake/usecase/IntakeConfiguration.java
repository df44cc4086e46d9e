package com.byajbook.api.intake.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

/** Stacks the acceptance point: what is outermost is asked first. Admission will stand in front of all of it. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    IntakeMeter intakeMeter(MeterRegistry registry) {
        return new IntakeMeter(registry);
    }

    @Bean
    BoundedBacklog acceptCommands(
            IntakeStore store,
            MeasureBacklog backlog,
            IntakeLimits limits,
            Clock clock,
            IntakeMeter meter,
            MeterRegistry registry) {
        BatchCommit commit = new BatchCommit(store, limits.commitTimeout(), clock);
        return new BoundedBacklog(innermost(commit, limits, meter), backlog, limits, meter, registry);
    }

    private static AcceptCommands innermost(BatchCommit commit, IntakeLimits limits, IntakeMeter meter) {
        return switch (limits.mode()) {
            case GROUP_COMMIT -> new IntakeBatcher(commit, limits, Schedulers.parallel(), System::nanoTime, meter);
            case TRANSACTION_PER_REQUEST -> new TransactionPerRequest(commit, limits, System::nanoTime, meter);
        };
    }
}
