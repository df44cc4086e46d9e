package com.byajbook.platform.overload.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.platform.overload.admission.AdmissionQueue;
import com.byajbook.platform.overload.admission.Effects;
import com.byajbook.platform.overload.admission.GateState;
import com.byajbook.platform.overload.admission.RandomCrowd;
import com.byajbook.platform.overload.admission.Refusal;
import com.byajbook.platform.overload.admission.Ticket;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfTest {

    private static final InstantSource DIWALI = InstantSource.fixed(Instant.parse("2026-11-08T18:30:00Z"));
    private static final long MILLI = 1_000_000L;

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void nothing_changes_when_no_limit_does(long seed) {
        DecisionRecorder recorder = new DecisionRecorder("intake", 4096, DIWALI);
        RandomCrowd crowd = new RandomCrowd(seed, recorder);
        for (int step = 1; step <= 10_000; step++) {
            crowd.step();
            if (step % 500 == 0) {
                DecisionLog log = DecisionLog.read(recorder.copy().encode());
                Arrays.stream(WhatIf.of(log, List.of()).table().split("\n"))
                        .skip(3)
                        .forEach(line -> assertThat(line).doesNotContain("+").doesNotContain(" -"));
            }
        }
    }

    @Test
    void twice_the_width_lets_in_twice_as_many_at_twice_the_load() {
        DecisionLog log = twiceTheLoad();

        Comparison wider = WhatIf.of(log, List.of("gate.intake.width=8"));

        assertThat(wider.letInBefore(TrafficClass.HIGH)).isBetween(1950L, 2050L);
        assertThat(wider.letInAfter(TrafficClass.HIGH)).isGreaterThan(3950L);
        assertThat(wider.table())
                .contains("Gate intake", "gate.intake.width=8", "refused wait-too-long", "wait p99", "came");
    }

    @Test
    void a_shorter_promise_makes_waits_shorter_and_serves_as_many() {
        DecisionLog log = twiceTheLoad();

        Comparison shorter = WhatIf.of(log, List.of("target.high=20ms"));

        assertThat(shorter.letInAfter(TrafficClass.HIGH)).isBetween(1950L, 2050L);
        assertThat(waitP99(shorter, 1)).isGreaterThan(90);
        assertThat(waitP99(shorter, 2)).isLessThan(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gate.other.width=3 | is not a limit of gate intake",
                "width | is not a limit of gate intake",
                "width=-1 | is not a limit of gate intake",
                "width=0 | at least 1",
                "width=5ms | without a unit",
                "breadth=5 | There are width, max-queued, floor-every, target.critical",
                "target.urgent=5ms | There are width"
            })
    void says_what_is_wrong_with_a_setting(String setting, String words) {
        DecisionLog log = twiceTheLoad();

        assertThatThrownBy(() -> WhatIf.of(log, List.of(setting)))
                .isInstanceOf(DecisionLogException.class)
                .hasMessageContaining(words);
    }

    private static double waitP99(Comparison comparison, int column) {
        String line = comparison
                .table()
                .lines()
                .filter(each -> each.contains("wait p99"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.strip().split(" +")[2 * column]);
    }

    /** Four at a time, 20 ms each: 200 a second can be served, and 400 come, for ten seconds. */
    private static DecisionLog twiceTheLoad() {
        DecisionRecorder recorder = new DecisionRecorder("intake", DecisionRecorder.DEFAULT_SEGMENT_BYTES, DIWALI);
        AdmissionQueue queue = new AdmissionQueue(
                "intake", GateState.fresh(RandomCrowd.LIMITS.withMaxQueued(100), 0, 20 * MILLI), recorder);
        Deque<Ticket> atWork = new ArrayDeque<>();
        Effects effects = new Effects() {
            @Override
            public void start(Ticket ticket) {
                atWork.add(ticket);
            }

            @Override
            public void refuse(Ticket ticket, Refusal refusal) {}
        };
        for (long now = 0; now < 10_000 * MILLI; now += MILLI / 2) {
            while (!atWork.isEmpty() && atWork.element().startedNanos() + 20 * MILLI <= now) {
                queue.finish(now, atWork.remove(), true, effects);
            }
            if (now % (5 * MILLI / 2) == 0) {
                queue.arrive(now, new Ticket(TrafficClass.HIGH, Ticket.NO_DEADLINE), effects);
            }
        }
        return DecisionLog.read(recorder.copy().encode());
    }
}
