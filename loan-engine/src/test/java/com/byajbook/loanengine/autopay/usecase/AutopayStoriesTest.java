package com.byajbook.loanengine.autopay.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loanengine.autopay.domain.Attempt;
import com.byajbook.loanengine.autopay.domain.Attempt.Outcome;
import com.byajbook.loanengine.autopay.domain.InstalmentCollection;
import com.byajbook.platform.message.AutopayNotice;
import com.byajbook.platform.message.CollectInstalment;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.PaymentChanged.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Months of autopay with outcomes in random order: late, unknown at first, told twice, out of order, with payments of the
 * borrower's own in between and a process that is killed now and then.
 */
class AutopayStoriesTest {

    private static final int LOANS = 5;
    private static final Duration STEP = Duration.ofHours(6);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatever_happens_the_rules_are_kept(long seed) {
        Story story = new Story(seed, true);
        story.play();

        assertThat(story.bench.asked()).hasSizeGreaterThan(LOANS);
        story.assertRules();
    }

    /** Whoever is killed before a commit, or hears everything twice, ends where others end. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26})
    void killed_anywhere_it_has_the_same_effect(long seed) {
        Story calm = new Story(seed, false);
        calm.play();
        Story killed = new Story(seed, true);
        killed.play();

        assertThat(killed.kills).isPositive();
        assertThat(killed.bench.tables.collections).isEqualTo(calm.bench.tables.collections);
        assertThat(killed.bench.tables.attempts).isEqualTo(calm.bench.tables.attempts);
        assertThat(killed.bench.tables.sent).containsExactlyElementsOf(calm.bench.tables.sent);
        assertThat(killed.bench.bounces).isEqualTo(calm.bench.bounces);
    }

    /** The same seed tells the same story, with or without deaths. */
    private static final class Story {

        final Bench bench = new Bench();
        private final Random random;
        private final Random deaths;
        private final boolean dangerous;
        private final List<Pending> pending = new ArrayList<>();
        private int told;
        int kills;

        Story(long seed, boolean dangerous) {
            this.random = new Random(seed);
            this.deaths = new Random(seed + 1_000);
            this.dangerous = dangerous;
        }

        void play() {
            for (int id = 1; id <= LOANS; id++) {
                bench.active(id, 3, 14_990_00L + 10_00 * random.nextInt(3) + random.nextInt(2));
            }
            Instant end = bench.clock.instant().plus(Duration.ofDays(110));
            while (bench.clock.instant().isBefore(end)) {
                surviving(bench::work);
                ask();
                hear();
                payByHand();
                bench.clock.now = bench.clock.instant().plus(STEP);
            }
        }

        /** Does it again after each death, as the next beat and the broker would. */
        private void surviving(Runnable work) {
            while (dangerous && deaths.nextInt(3) == 0) {
                boolean between = deaths.nextBoolean();
                bench.tables.killed = !between;
                bench.killedAfterFee = between;
                try {
                    work.run();
                } catch (IllegalStateException death) {
                    assertThat(death).hasMessageContaining("killed");
                    kills++;
                } finally {
                    bench.tables.killed = false;
                    bench.killedAfterFee = false;
                }
            }
            work.run();
            if (dangerous && deaths.nextInt(4) == 0) {
                work.run();
            }
        }

        /** What the provider will say of each new attempt, and when. */
        private void ask() {
            List<CollectInstalment> asked = bench.asked();
            for (CollectInstalment each : asked.subList(told, asked.size())) {
                Instant now = bench.clock.instant();
                pending.add(new Pending(each, Status.PENDING, 1, now));
                Instant at = now.plus(Duration.ofHours(random.nextInt(24)));
                if (random.nextInt(4) == 0) {
                    pending.add(new Pending(each, Status.UNKNOWN, 2, at));
                    at = at.plus(Duration.ofHours(random.nextInt(24 * 6)));
                }
                pending.add(new Pending(each, random.nextInt(3) == 0 ? Status.SUCCEEDED : Status.FAILED, 3, at));
            }
            told = asked.size();
        }

        private void hear() {
            List<Pending> due = new ArrayList<>(pending.stream()
                    .filter(each -> !each.at().isAfter(bench.clock.instant()))
                    .toList());
            pending.removeAll(due);
            Collections.shuffle(due, random);
            due.forEach(each -> hear(each.event(), each.asked()));
        }

        private void hear(PaymentChanged event, CollectInstalment asked) {
            Attempt before = Objects.requireNonNull(bench.tables.attempts.get(asked.paymentId()));
            surviving(() -> bench.learning.learn(List.of(event)).block());
            if (event.status() == Status.SUCCEEDED && !before.outcome().isFinal()) {
                bench.pay(before.key(), event.amountPaise());
            }
        }

        private void payByHand() {
            if (random.nextInt(20) == 0) {
                List<InstalmentCollection> rows = new ArrayList<>(bench.tables.collections.values());
                if (!rows.isEmpty()) {
                    InstalmentCollection row = rows.get(random.nextInt(rows.size()));
                    boolean underWay = row.nextAt() == null;
                    bench.pay(row.key(), underWay ? 0 : bench.owed(row.key()) / (1 + random.nextInt(2)));
                }
            }
        }

        void assertRules() {
            Map<UUID, Instant> failedAt = new HashMap<>();
            bench.tables
                    .collections
                    .values()
                    .forEach(row -> assertThat(bench.owed(row.key()))
                            .as("never more than was owed")
                            .isNotNegative());
            for (CollectInstalment each : bench.asked()) {
                assertAttempt(each, failedAt);
            }
            assertThat(bench.bounces)
                    .doesNotHaveDuplicates()
                    .allSatisfy(payment ->
                            assertThat(attempt(payment).isFirstPresentation()).isTrue());
            assertThat(bench.tables.sent(AutopayNotice.class).stream()
                            .filter(told -> told.kind() == AutopayNotice.Kind.GIVEN_UP))
                    .hasSize((int) bench.tables.collections.values().stream()
                            .filter(InstalmentCollection::isGivenUp)
                            .count());
        }

        private void assertAttempt(CollectInstalment asked, Map<UUID, Instant> seen) {
            Attempt attempt = attempt(asked.paymentId());
            InstalmentCollection row = Objects.requireNonNull(bench.tables.collections.get(attempt.key()));
            assertThat(seen.put(asked.paymentId(), asked.occurredAt()))
                    .as("asked once")
                    .isNull();
            assertThat(asked.attempt()).isBetween(1, 4);
            assertThat(asked.occurredAt()).isAfterOrEqualTo(row.noticedAt().plus(Duration.ofHours(24)));
            assertThat(asked.mandateId() != null).isEqualTo(asked.amountPaise() <= 15_000_00);
            if (asked.attempt() > 1) {
                UUID before = AutopayMessages.paymentId(attempt.key(), asked.attempt() - 1);
                assertThat(attempt(before).outcome()).isEqualTo(Outcome.FAILED);
                assertThat(asked.occurredAt())
                        .isAfterOrEqualTo(
                                Objects.requireNonNull(seen.get(before)).plus(Duration.ofDays(1)));
            }
        }

        private Attempt attempt(UUID payment) {
            @Nullable Attempt found = bench.tables.attempts.get(payment);
            return Objects.requireNonNull(found);
        }
    }

    /** Something that will be heard. */
    private record Pending(CollectInstalment asked, Status status, int version, Instant at) {

        PaymentChanged event() {
            return Bench.event(asked, status, version);
        }
    }
}
