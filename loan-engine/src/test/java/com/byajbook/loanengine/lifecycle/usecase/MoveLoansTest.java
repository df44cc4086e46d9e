package com.byajbook.loanengine.lifecycle.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanChanged.Standing;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class MoveLoansTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Standing STANDING =
            new Standing(LocalDate.parse("2026-11-22"), 1_000_00, 0, LocalDate.parse("2026-12-22"), 90_00, "REGULAR");

    private final Table table = new Table();
    private final MoveLoans moving = new MoveLoans(table, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_move_is_told_with_the_whole_loan() {
        LoanNow loan = loan(LoanChanged.Status.OFFERED, 1);
        table.loans.put(loan.loanId(), loan);

        MoveOutcome outcome = move(listing(loan.loanId(), 1));

        LoanChanged event = outcome.fold(MoveOutcome.Moved::event, elsewhere -> null);
        assertThat(event).isNotNull();
        assertThat(event.messageId()).isEqualTo(Ids.v5(loan.loanId(), "loan.changed:2"));
        assertThat(event.loanVersion()).isEqualTo(2);
        assertThat(event.status()).isEqualTo(LoanChanged.Status.LISTED);
        assertThat(event.occurredAt()).isEqualTo(NOW);
        assertThat(event.terms().kfsHash()).isEqualTo(loan.kfsHash());
        assertThat(event.standing()).isNull();
    }

    @Test
    void a_loan_that_is_elsewhere_has_an_outcome_of_its_own() {
        LoanNow loan = loan(LoanChanged.Status.OFFERED, 3);
        table.loans.put(loan.loanId(), loan);

        MoveOutcome outcome = move(listing(loan.loanId(), 1));

        assertThat(outcome).isEqualTo(new MoveOutcome.Elsewhere(loan.loanId()));
    }

    @Test
    void no_loan_is_moved_twice_at_once() {
        UUID loan = UUID.randomUUID();

        StepVerifier.create(moving.move(List.of(listing(loan, 1), listing(loan, 1))))
                .verifyError(IllegalArgumentException.class);
    }

    @Test
    void nothing_happens_before_somebody_wants_it() {
        LoanNow loan = loan(LoanChanged.Status.OFFERED, 1);
        table.loans.put(loan.loanId(), loan);

        Mono<List<MoveOutcome>> unwanted = moving.move(List.of(listing(loan.loanId(), 1)));

        assertThat(unwanted).isNotNull();
        assertThat(table.loans).containsEntry(loan.loanId(), loan);
    }

    @Test
    void a_move_that_the_table_does_not_have_cannot_be_written() {
        assertRefused(Set.of(LoanChanged.Status.LISTED), LoanChanged.Status.ACTIVE, null, STANDING);
        assertRefused(Set.of(LoanChanged.Status.WRITTEN_OFF), LoanChanged.Status.ACTIVE, null, STANDING);
        assertRefused(Set.of(), LoanChanged.Status.LISTED, null, null);
    }

    @Test
    void an_end_says_why_and_a_loan_that_was_paid_out_how_it_stands() {
        assertRefused(Set.of(LoanChanged.Status.LISTED), LoanChanged.Status.EXPIRED, null, null);
        assertRefused(Set.of(LoanChanged.Status.OFFERED), LoanChanged.Status.LISTED, "WHY", null);
        assertRefused(Set.of(LoanChanged.Status.DISBURSING), LoanChanged.Status.ACTIVE, null, null);
        assertRefused(Set.of(LoanChanged.Status.OFFERED), LoanChanged.Status.LISTED, null, STANDING);
    }

    private MoveOutcome move(LoanMove move) {
        return Objects.requireNonNull(moving.move(List.of(move)).block()).get(0);
    }

    private static LoanMove listing(UUID loan, int version) {
        return new LoanMove(
                loan, version, Set.of(LoanChanged.Status.OFFERED), LoanChanged.Status.LISTED, null, 0, null);
    }

    private static void assertRefused(
            Set<LoanChanged.Status> from, LoanChanged.Status to, @Nullable String reason, @Nullable Standing standing) {
        assertThatThrownBy(() -> new LoanMove(UUID.randomUUID(), 1, from, to, reason, 0, standing))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static LoanNow loan(LoanChanged.Status status, int version) {
        return new LoanNow(
                UUID.randomUUID(),
                UUID.randomUUID(),
                status,
                version,
                20_000_00,
                12,
                "Tractor",
                NOW,
                NOW,
                new BigDecimal("12.00"),
                new BigDecimal("14.10"),
                1_777_00,
                450_00,
                21_324_00,
                "ab".repeat(32));
    }

    /** The table of loans as far as moves need it. */
    private static final class Table implements HoldLoans {

        final Map<UUID, LoanNow> loans = new HashMap<>();

        @Override
        public Mono<Map<UUID, LoanNow>> lock(Collection<UUID> ids) {
            return Mono.fromSupplier(() -> Map.copyOf(loans));
        }

        @Override
        public Mono<List<LoanNow>> move(List<LoanMove> moves) {
            return Mono.fromSupplier(() -> moves.stream()
                    .flatMap(move -> Stream.ofNullable(loans.get(move.loanId()))
                            .filter(loan -> loan.version() == move.version()
                                    && move.from().contains(loan.status()))
                            .map(loan -> moved(loan, move)))
                    .toList());
        }

        private LoanNow moved(LoanNow loan, LoanMove move) {
            LoanNow now = new LoanNow(
                    loan.loanId(),
                    loan.borrowerId(),
                    move.to(),
                    loan.version() + 1,
                    loan.amountPaise(),
                    loan.tenureMonths(),
                    loan.purpose(),
                    loan.receivedAt(),
                    loan.decidedAt(),
                    loan.annualRatePercent(),
                    loan.aprPercent(),
                    loan.emiPaise(),
                    loan.feesPaise(),
                    loan.totalPayablePaise(),
                    loan.kfsHash());
            loans.put(loan.loanId(), now);
            return now;
        }
    }
}
