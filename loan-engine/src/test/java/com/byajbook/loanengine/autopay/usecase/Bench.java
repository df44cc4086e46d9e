package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.autopay.domain.Attempt.Outcome;
import com.byajbook.loanengine.autopay.domain.CollectionRules;
import com.byajbook.loanengine.autopay.domain.InstalmentKey;
import com.byajbook.loanengine.servicing.usecase.ListOwed.OwedInstalment;
import com.byajbook.loanengine.servicing.usecase.ListOwed.OwedLoan;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.CollectInstalment;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.SetAutopay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The use cases of autopay over tables in memory, with loans whose instalments the test pays. */
final class Bench {

    static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    static final CollectionRules RULES = new CollectionRules(
            LocalTime.of(9, 0), Duration.ofHours(24), LocalTime.of(10, 0), 15_000_00, 4, Duration.ofDays(1), INDIA);

    final Tables tables = new Tables();
    final SetClock clock = new SetClock(Instant.parse("2026-12-01T06:00:00Z"));
    final List<UUID> bounces = new ArrayList<>();
    final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    final Map<UUID, Map<Integer, OwedInstalment>> loans = new LinkedHashMap<>();
    final Map<UUID, UUID> borrowers = new LinkedHashMap<>();
    int givenUp;

    /** Whether the process dies between the fee and the note of the outcome. */
    boolean killedAfterFee;

    final ArrangeAutopay arranging;
    final GiveNotices noticing;
    final AskInstalments asking;
    final LearnOutcomes learning;

    Bench() {
        KeepAutopays autopays = tables.new Autopays();
        KeepCollections collections = tables.new Collections();
        KeepAttempts attempts = tables.new Attempts();
        AutopaySignals signals = new Counted();
        arranging = new ArrangeAutopay(tables, autopays, this::owed, RULES, clock);
        noticing = new GiveNotices(tables, autopays, collections, this::owed, RULES, signals, clock, 3);
        asking = new AskInstalments(tables, autopays, collections, attempts, this::owed, RULES, signals, clock, 3);
        learning = new LearnOutcomes(tables, autopays, collections, attempts, this::charge, RULES, signals, clock);
    }

    /** A loan with instalments due on the 10th, month by month. */
    UUID loan(int id, int months, long emiPaise) {
        UUID loan = new UUID(1, id);
        borrowers.put(loan, new UUID(2, id));
        Map<Integer, OwedInstalment> rows = new LinkedHashMap<>();
        for (int number = 1; number <= months; number++) {
            LocalDate due = LocalDate.of(2026, 12, 10).plusMonths(number - 1L);
            rows.put(number, new OwedInstalment(number, due, emiPaise));
        }
        loans.put(loan, rows);
        return loan;
    }

    UUID borrower(UUID loan) {
        return Objects.requireNonNull(borrowers.get(loan));
    }

    /** Turned on and approved. */
    UUID active(int id, int months, long emiPaise) {
        UUID loan = loan(id, months, emiPaise);
        set(loan, borrower(loan), true);
        approve(loan);
        return loan;
    }

    void set(UUID loan, UUID borrower, boolean enabled) {
        arranging
                .set(List.of(new SetAutopay(UUID.randomUUID(), clock.instant(), loan, borrower, enabled)))
                .block();
    }

    void approve(UUID loan) {
        hear(loan, MandateChanged.Status.ACTIVE);
    }

    void hear(UUID loan, MandateChanged.Status status) {
        UUID mandate = Objects.requireNonNull(tables.autopays.get(loan)).mandateId();
        arranging
                .learn(List.of(new MandateChanged(
                        UUID.randomUUID(), clock.instant(), mandate, loan, borrower(loan), 2, status, null)))
                .block();
    }

    /** All rounds that have something to do, at this moment. */
    void work() {
        while (Objects.requireNonNull(noticing.giveSome().block()) > 0) {
            // A batch at a time.
        }
        while (Objects.requireNonNull(asking.askSome().block()) > 0) {
            // A batch at a time.
        }
    }

    void workAt(String instant) {
        clock.now = Instant.parse(instant);
        work();
    }

    void outcome(CollectInstalment asked, PaymentChanged.Status status, int version) {
        learning.learn(List.of(event(asked, status, version))).block();
    }

    static PaymentChanged event(CollectInstalment asked, PaymentChanged.Status status, int version) {
        return new PaymentChanged(
                Ids.v5(asked.paymentId(), "payment.changed:" + version),
                asked.occurredAt(),
                asked.paymentId(),
                asked.loanId(),
                asked.payerId(),
                version,
                status,
                asked.amountPaise(),
                null,
                null,
                null);
    }

    /** Money arrives, and pays that instalment. */
    void pay(InstalmentKey key, long paise) {
        Objects.requireNonNull(loans.get(key.loanId()))
                .computeIfPresent(
                        key.number(), (number, row) -> new OwedInstalment(number, row.dueOn(), row.paise() - paise));
    }

    long owed(InstalmentKey key) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(loans.get(key.loanId())).get(key.number()))
                .paise();
    }

    List<CollectInstalment> asked() {
        return tables.sent(CollectInstalment.class);
    }

    private Mono<Map<UUID, OwedLoan>> owed(Collection<UUID> ids) {
        return Mono.fromSupplier(() -> loans.entrySet().stream()
                .filter(loan -> ids.contains(loan.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        loan -> new OwedLoan(
                                borrower(loan.getKey()),
                                loan.getValue().values().stream()
                                        .filter(row -> row.paise() > 0)
                                        .toList()))));
    }

    /** As the service of loans does: once for each payment. */
    private Mono<Void> charge(UUID loanId, UUID paymentId) {
        return Mono.fromRunnable(() -> {
            if (!bounces.contains(paymentId)) {
                bounces.add(paymentId);
            }
            if (killedAfterFee) {
                throw new IllegalStateException("the process was killed here");
            }
        });
    }

    private final class Counted implements AutopaySignals {
        @Override
        public void noticed(int instalments) {}

        @Override
        public void asked(boolean byMandate) {}

        @Override
        public void learned(Outcome outcome) {
            outcomes.merge(outcome, 1, Integer::sum);
        }

        @Override
        public void givenUp() {
            givenUp++;
        }
    }

    /** A clock that the test sets. */
    static final class SetClock extends Clock {

        Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return INDIA;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
