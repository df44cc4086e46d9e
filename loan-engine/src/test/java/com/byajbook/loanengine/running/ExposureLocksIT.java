package com.byajbook.loanengine.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loanengine.underwriting.usecase.HoldExposures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ExposureLocksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final int BORROWERS = 200;
    private static final int BATCHES = 80;
    private static final int AT_ONCE = 8;

    private static RunningEngine engine;

    @BeforeAll
    static void start() {
        engine = RunningEngine.start(Map.of());
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    /** Large batches, so that each holds some locks while it waits for others; the first of them create the rows as well. */
    @Test
    void batches_with_the_same_borrowers_in_any_order_never_deadlock() {
        List<UUID> borrowers =
                Stream.generate(UUID::randomUUID).limit(BORROWERS).toList();
        List<List<UUID>> batches = IntStream.range(0, BATCHES)
                .mapToObj(seed -> shuffled(borrowers, seed))
                .toList();

        Flux.fromIterable(batches)
                .flatMap(ExposureLocksIT::raiseEachByOne, AT_ONCE)
                .then()
                .block(PATIENCE);

        Map<UUID, Long> held = engine.bean(HoldExposures.class).lock(borrowers).block(PATIENCE);
        assertThat(held)
                .hasSize(BORROWERS)
                .allSatisfy((borrower, paise) -> assertThat(paise).isEqualTo(BATCHES));
    }

    /** Batches that took their locks in different orders would form a ring, and PostgreSQL would end one of them. */
    private static Mono<Void> raiseEachByOne(List<UUID> borrowers) {
        HoldExposures exposures = engine.bean(HoldExposures.class);
        return exposures
                .lock(borrowers)
                .flatMap(held -> exposures.raise(
                        held.keySet().stream().collect(Collectors.toMap(Function.identity(), borrower -> 1L))))
                .as(engine.bean(TransactionalOperator.class)::transactional)
                .retryWhen(RunningEngine.WITHOUT_CONNECTION);
    }

    private static List<UUID> shuffled(List<UUID> borrowers, int seed) {
        List<UUID> order = new ArrayList<>(borrowers);
        Collections.shuffle(order, new Random(seed));
        return order;
    }
}
