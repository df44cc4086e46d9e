package com.byajbook.loanengine.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.platform.invariant.Inspect;
import com.byajbook.platform.invariant.Inspected;
import com.byajbook.platform.invariant.Inspection;
import com.byajbook.platform.invariant.ListChecks;
import com.byajbook.platform.message.AcceptOffer;
import com.byajbook.platform.message.CancelLoan;
import com.byajbook.platform.message.CommitFunds;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.DisburseLoan;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.TransferChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** What borrowers and lenders do in a running marketplace, and what can be seen of it. */
final class Market implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(50);
    static final String HELD = "select held_paise from listing where loan_id = $1";
    static final String RESERVED = "select reserved_paise from listing where loan_id = $1";
    static final String OWED = "select open_paise from borrower_exposure where borrower_id = $1";
    static final String LENT =
            "select coalesce(sum(committed_paise), 0)::bigint from lender_exposure where lender_id = $1";

    final RunningEngine engine;
    final Conversation talk;
    final PlayedPayments payments;

    private Market(RunningEngine engine) {
        this.engine = engine;
        this.talk = new Conversation(engine);
        this.payments = engine.bean(PlayedPayments.class);
    }

    static Market open(Map<String, String> settings) {
        return new Market(RunningEngine.start(settings, PlayedPayments.Queues.class));
    }

    /** A loan that a new borrower was offered and took. */
    LoanDecided list(long amountPaise) {
        LoanDecided offer = talk.decide(amountPaise);
        engine.send(List.of(accept(offer)));
        awaitStatus(offer.loanId(), LoanChanged.Status.LISTED);
        return offer;
    }

    AcceptOffer accept(LoanDecided offer) {
        return new AcceptOffer(
                UUID.randomUUID(),
                now(),
                offer.loanId(),
                offer.borrowerId(),
                Objects.requireNonNull(offer.terms()).kfsHash());
    }

    CancelLoan cancel(LoanDecided offer) {
        return new CancelLoan(UUID.randomUUID(), now(), offer.loanId(), offer.borrowerId());
    }

    CommitFunds commit(UUID lender, UUID loan, long paise) {
        return new CommitFunds(UUID.randomUUID(), now(), UUID.randomUUID(), loan, lender, true, paise);
    }

    /** A loan that one lender each funded with these amounts, on its way to the borrower. */
    LoanDecided fund(long... parts) {
        LoanDecided offer = list(Arrays.stream(parts).sum());
        engine.send(Arrays.stream(parts)
                .mapToObj(paise -> commit(UUID.randomUUID(), offer.loanId(), paise))
                .toList());
        awaitStatus(offer.loanId(), LoanChanged.Status.DISBURSING);
        return offer;
    }

    DisburseLoan awaitDisbursal(UUID loan) {
        return await().atMost(PATIENCE)
                .until(() -> payments.heardOf(DisburseLoan.class, loan), heard -> !heard.isEmpty())
                .get(0);
    }

    void tell(UUID loan, TransferChanged.Status status) {
        engine.send(List.of(PlayedPayments.disbursal(awaitDisbursal(loan), status)));
    }

    LoanChanged awaitStatus(UUID loan, LoanChanged.Status status) {
        return await().atMost(PATIENCE)
                .until(() -> heardOf(loan, status), heard -> !heard.isEmpty())
                .get(0);
    }

    List<LoanChanged> heardOf(UUID loan, LoanChanged.Status status) {
        return payments.heardOf(LoanChanged.class, loan).stream()
                .filter(changed -> changed.status() == status)
                .toList();
    }

    /** Waits until so many commitments of a loan were told to be in that state; the last words about each, any state. */
    List<CommitmentChanged> awaitCommitments(UUID loan, CommitmentChanged.Status status, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(payments.heardOf(CommitmentChanged.class, loan).stream()
                                .filter(changed -> changed.status() == status))
                        .hasSize(count));
        return payments.heardOf(CommitmentChanged.class, loan).stream()
                .filter(changed -> changed.status() == status)
                .toList();
    }

    JsonNode commitment(CommitFunds command) {
        return Conversation.body(
                talk.get("/internal/lenders/{l}/commitments/{c}", command.lenderId(), command.commitmentId())
                        .expectStatus()
                        .isOk());
    }

    /** All that the service looks at by itself holds, over all that this database holds. */
    void assertBooksAgree() {
        assertThat(inspected().invariants()).allMatch(Inspected::holds);
    }

    /** A look from the beginning, whatever the service's own looks have seen already. */
    Inspection inspected() {
        Inspect anew = new Inspect(engine.bean(ListChecks.class).list(), Clock.systemUTC());
        return Objects.requireNonNull(anew.inspect().block(PATIENCE));
    }

    /** Lets time pass for a row, and for nothing else. */
    void age(String statement, UUID loan) {
        engine.bean(DatabaseClient.class).sql(statement).bind(0, loan).then().block(PATIENCE);
    }

    void assertSameState(UUID loan, String state) {
        assertThat(engine.count("select count(*) from loan where status = '" + state + "' and id = $1", loan))
                .isEqualTo(1);
    }

    Instant now() {
        return engine.bean(Clock.class).instant();
    }

    @Override
    public void close() {
        engine.close();
    }
}
