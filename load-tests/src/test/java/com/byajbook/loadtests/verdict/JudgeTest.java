package com.byajbook.loadtests.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.verdict.Evidence.AcceptedRow;
import com.byajbook.loadtests.verdict.Evidence.CollectionRow;
import com.byajbook.loadtests.verdict.Evidence.LoanRow;
import com.byajbook.loadtests.verdict.Evidence.PaymentRow;
import com.byajbook.loadtests.verdict.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One loan and one payment of one person; each test breaks one thing. */
final class JudgeTest {
    private static final UUID LOAN = UUID.randomUUID();
    private static final UUID PAYMENT = UUID.randomUUID();

    private final Person person = new Person(UUID.randomUUID(), "token");
    private final Wish application = new Wish(Wish.Kind.LOAN, person, "key-1");
    private final Wish order = new Wish(Wish.Kind.PAYMENT, person, "key-2");
    private final Witness witness = new Witness();
    private final List<AcceptedRow> accepted = new ArrayList<>(List.of(
            new AcceptedRow(LOAN, person.id(), "apply-for-loan", "key-1"),
            new AcceptedRow(PAYMENT, person.id(), "initiate-payment", "key-2")));
    private final List<LoanRow> loans = new ArrayList<>(List.of(new LoanRow(LOAN, person.id(), "OFFERED", 1, 1)));
    private final List<PaymentRow> payments = new ArrayList<>(List.of(repayment("SUCCEEDED", 1, 1, 500L)));
    private final List<CollectionRow> collections =
            new ArrayList<>(List.of(new CollectionRow(PAYMENT.toString(), "SUCCEEDED", 500)));
    private final Map<UUID, String> shown = new HashMap<>(Map.of(LOAN, "OFFERED", PAYMENT, "SUCCEEDED"));
    private final Set<UUID> unasked = new HashSet<>();
    private final Map<UUID, Long> news = new HashMap<>();
    private final Map<UUID, Long> messages = new HashMap<>(Map.of(person.id(), 2L));
    private final Map<String, Long> leftovers = new HashMap<>(Map.of("the outbox of api", 0L));

    JudgeTest() {
        witness.asked(application);
        witness.accepted(application, LOAN);
        witness.asked(order);
        witness.accepted(order, PAYMENT);
    }

    @Test
    void finds_nothing_when_every_promise_was_kept() {
        Verdict verdict = verdict();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.judged()).isEqualTo(2);
    }

    @Test
    void finds_an_acceptance_that_was_lost() {
        accepted.remove(0);
        loans.clear();
        messages.put(person.id(), 1L);

        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void finds_an_application_that_was_never_decided() {
        loans.clear();
        shown.put(LOAN, "RECEIVED");

        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void finds_a_loan_that_was_decided_twice() {
        loans.set(0, new LoanRow(LOAN, person.id(), "OFFERED", 2, 1));

        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void finds_nothing_in_a_loan_that_went_on_and_was_told_of() {
        loans.set(0, new LoanRow(LOAN, person.id(), "ACTIVE", 5, 1));
        shown.put(LOAN, "ACTIVE");
        news.put(person.id(), 2L);
        messages.put(person.id(), 4L);
        assertThat(kinds()).isEmpty();

        messages.put(person.id(), 3L);
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void finds_a_loan_that_went_on_twice_decided_and_one_that_hangs_half_way() {
        shown.put(LOAN, "ACTIVE");
        loans.set(0, new LoanRow(LOAN, person.id(), "ACTIVE", 5, 2));
        assertThat(kinds()).containsExactly(Kind.DOUBLED);

        loans.set(0, new LoanRow(LOAN, person.id(), "DISBURSING", 4, 1));
        assertThat(kinds()).containsExactly(Kind.LOST);

        loans.set(0, new LoanRow(LOAN, person.id(), "ACTIVE", 2, 1));
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void finds_a_deposit_that_was_taken_and_never_booked() {
        UUID deposit = UUID.randomUUID();
        accepted.add(new AcceptedRow(deposit, person.id(), "deposit-to-wallet", "key-3"));
        witness.accepted(new Wish(Wish.Kind.DEPOSIT, person, "key-3"), deposit);
        shown.put(deposit, "PENDING");
        messages.put(person.id(), 3L);

        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void finds_a_message_that_never_came_and_one_that_came_twice() {
        messages.put(person.id(), 1L);
        assertThat(kinds()).containsExactly(Kind.LOST);

        messages.put(person.id(), 3L);
        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void finds_a_payment_that_hangs_and_one_that_was_collected_twice() {
        payments.set(0, repayment("UNKNOWN", 1, 0, null));
        assertThat(kinds()).containsExactly(Kind.LOST);

        payments.set(0, repayment("SUCCEEDED", 2, 2, 500L));
        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void finds_a_repayment_that_was_never_allocated() {
        payments.set(0, repayment("SUCCEEDED", 1, 1, null));

        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void finds_a_repayment_of_which_another_sum_was_shared_out() {
        payments.set(0, repayment("SUCCEEDED", 1, 1, 499L));
        assertThat(kinds()).containsExactly(Kind.CONTRADICTORY);

        payments.set(0, repayment("SUCCEEDED", 1, 1, 501L));
        assertThat(kinds()).containsExactly(Kind.CONTRADICTORY);
    }

    @Test
    void expects_no_allocation_of_what_failed_or_came_back() {
        payments.set(0, repayment("FAILED", 1, 0, null));
        collections.set(0, new CollectionRow(PAYMENT.toString(), "FAILED", 500));
        shown.put(PAYMENT, "FAILED");
        assertThat(kinds()).isEmpty();

        payments.set(0, repayment("REVERSED", 1, 1, null));
        shown.put(PAYMENT, "REVERSED");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void expects_no_allocation_of_what_a_lender_paid_in() {
        UUID deposit = UUID.randomUUID();
        accepted.add(new AcceptedRow(deposit, person.id(), "deposit-to-wallet", "key-3"));
        witness.accepted(new Wish(Wish.Kind.DEPOSIT, person, "key-3"), deposit);
        payments.add(new PaymentRow(deposit, person.id(), Wish.Kind.DEPOSIT, "SUCCEEDED", 700, 1, 1, null));
        collections.add(new CollectionRow(deposit.toString(), "SUCCEEDED", 700));
        shown.put(deposit, "SUCCEEDED");
        messages.put(person.id(), 3L);

        assertThat(kinds()).isEmpty();
    }

    @Test
    void finds_money_that_the_books_and_the_provider_tell_differently() {
        collections.set(0, new CollectionRow(PAYMENT.toString(), "FAILED", 500));
        assertThat(kinds()).containsExactly(Kind.CONTRADICTORY);

        collections.set(0, new CollectionRow(PAYMENT.toString(), "SUCCEEDED", 501));
        assertThat(kinds()).containsExactly(Kind.CONTRADICTORY);
    }

    @Test
    void finds_a_collection_that_nobody_ordered() {
        collections.add(new CollectionRow(UUID.randomUUID().toString(), "SUCCEEDED", 500));

        assertThat(kinds()).containsExactly(Kind.UNEXPLAINED);
    }

    @Test
    void finds_an_effect_of_a_request_that_was_refused_or_never_sent() {
        Wish refused = new Wish(Wish.Kind.LOAN, person, "key-3");
        witness.refused(refused);
        add(UUID.randomUUID(), "key-3");
        add(UUID.randomUUID(), "key-4");

        assertThat(kinds()).containsExactly(Kind.UNEXPLAINED, Kind.UNEXPLAINED);
    }

    @Test
    void accepts_one_effect_and_none_of_a_request_without_an_answer() {
        witness.asked(new Wish(Wish.Kind.LOAN, person, "key-3"));
        assertThat(kinds()).isEmpty();

        add(UUID.randomUUID(), "key-3");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void finds_two_effects_of_one_key() {
        witness.asked(new Wish(Wish.Kind.LOAN, person, "key-3"));
        add(UUID.randomUUID(), "key-3");
        add(UUID.randomUUID(), "key-3");

        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void finds_a_retry_that_got_another_id() {
        witness.accepted(application, UUID.randomUUID());

        assertThat(kinds()).containsExactlyInAnyOrder(Kind.DOUBLED, Kind.LOST);
    }

    @Test
    void finds_an_owner_who_is_shown_something_else() {
        shown.put(LOAN, "RECEIVED");
        assertThat(kinds()).containsExactly(Kind.CONTRADICTORY);

        shown.remove(LOAN);
        assertThat(kinds()).containsExactly(Kind.CONTRADICTORY);
    }

    @Test
    void finds_what_is_left_in_an_outbox_or_parked() {
        leftovers.put("the outbox of api", 3L);

        assertThat(kinds()).containsExactly(Kind.LEFT_OVER);
    }

    private PaymentRow repayment(String state, int attempts, int references, @Nullable Long sharedOut) {
        return new PaymentRow(PAYMENT, person.id(), Wish.Kind.PAYMENT, state, 500, attempts, references, sharedOut);
    }

    private void add(UUID id, String key) {
        accepted.add(new AcceptedRow(id, person.id(), "apply-for-loan", key));
        loans.add(new LoanRow(id, person.id(), "OFFERED", 1, 1));
        messages.merge(person.id(), 1L, Long::sum);
    }

    private List<Kind> kinds() {
        return verdict().findings().stream().map(Finding::kind).toList();
    }

    private Verdict verdict() {
        return Judge.judge(
                witness.accounts(),
                new Evidence(accepted, loans, payments, collections, shown, unasked, news, messages, leftovers));
    }
}
