package com.byajbook.loadtests.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lenders and borrowers do whatever comes to their minds, money arrives, fails or hangs, services die, and after each step
 * everybody has what a few plain rules say. A run is told by its seed.
 */
@InTown(TownKind.FAULTS)
final class RandomLivesIT {
    private static final int LENDERS = 6;
    private static final int STEPS = 60;
    private static final int DEATHS = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 4})
    @Timeout(400)
    void everybody_has_what_the_model_says_after_each_step(long seed, Town town) {
        Lives lives = new Lives(town, seed, LENDERS, DEATHS);
        try {
            for (int step = 0; step < STEPS; step++) {
                lives.step();
                lives.economy().assertAsForeseen();
            }
            assertThat(lives.hasSeenEverything())
                    .as("a seed that shows everything")
                    .isTrue();
            town.assertEveryPromiseKept();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ", after\n  " + lives.history(), e);
        }
        System.out.println("seed " + seed + ":\n  " + lives.history());
    }
}
