package com.byajbook.paymentflow.ledger.domain;

import static com.byajbook.paymentflow.ledger.domain.Ledger.deposit;
import static com.byajbook.paymentflow.ledger.domain.Ledger.escrow;
import static com.byajbook.paymentflow.ledger.domain.Ledger.hold;
import static com.byajbook.paymentflow.ledger.domain.Ledger.id;
import static com.byajbook.paymentflow.ledger.domain.Ledger.settling;
import static com.byajbook.paymentflow.ledger.domain.Ledger.transfer;
import static com.byajbook.paymentflow.ledger.domain.Ledger.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.paymentflow.ledger.domain.LedgerCommand.End;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand.Open;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand.Post;
import com.byajbook.paymentflow.ledger.domain.LedgerCommand.Reverse;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Done;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Reason;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksTest {

    private static final Done DONE = new Done(false);
    private static final Done DONE_BEFORE = new Done(true);

    private final Ledger ledger = new Ledger().with(1, 1_000);

    @Test
    void moves_what_is_there() {
        assertThat(ledger.apply(new Post(transfer(id(1), wallet(1), wallet(2), 1_000))))
                .isEqualTo(DONE);

        assertThat(ledger.fundsOf(wallet(1)).availablePaise()).isZero();
        assertThat(ledger.fundsOf(wallet(2)).availablePaise()).isEqualTo(1_000);
    }

    @Test
    void refuses_a_paisa_more_than_is_there_and_says_what_is() {
        unchangedBy(
                new Post(transfer(id(1), wallet(1), wallet(2), 1_001)), new Refused(Reason.INSUFFICIENT_FUNDS, 1_000));
    }

    @Test
    void refuses_what_is_there_but_held() {
        ledger.apply(new Open(hold(1, wallet(1), 400)));

        unchangedBy(new Post(transfer(id(2), wallet(1), wallet(2), 601)), new Refused(Reason.INSUFFICIENT_FUNDS, 600));
        assertThat(ledger.apply(new Post(transfer(id(2), wallet(1), wallet(2), 600))))
                .isEqualTo(DONE);
    }

    @Test
    void books_the_same_transaction_once() {
        Post deposit = new Post(deposit(id(1), wallet(1), 5));
        assertThat(ledger.apply(deposit)).isEqualTo(DONE);

        unchangedBy(deposit, DONE_BEFORE);
        assertThat(ledger.apply(List.of(deposit, deposit))).containsExactly(DONE_BEFORE, DONE_BEFORE);
    }

    @Test
    void books_the_same_transaction_once_in_one_batch() {
        Post deposit = new Post(deposit(id(1), wallet(3), 5));

        assertThat(ledger.apply(List.of(deposit, deposit))).containsExactly(DONE, DONE_BEFORE);
        assertThat(ledger.fundsOf(wallet(3)).availablePaise()).isEqualTo(5);
    }

    @Test
    void refuses_an_id_that_comes_back_with_another_content() {
        ledger.apply(new Post(deposit(id(1), wallet(1), 5)));

        unchangedBy(new Post(deposit(id(1), wallet(1), 6)), new Refused(Reason.ID_WITH_OTHER_CONTENT, 0));
        unchangedBy(new Post(deposit(id(1), wallet(2), 5)), new Refused(Reason.ID_WITH_OTHER_CONTENT, 0));
    }

    @Test
    void what_one_is_refused_for_is_no_other_s_concern() {
        List<LedgerOutcome> outcomes = ledger.apply(List.of(
                new Post(transfer(id(1), wallet(1), wallet(2), 700)),
                new Post(transfer(id(2), wallet(1), wallet(2), 700)),
                new Post(transfer(id(3), wallet(2), wallet(3), 700))));

        assertThat(outcomes).containsExactly(DONE, new Refused(Reason.INSUFFICIENT_FUNDS, 300), DONE);
    }

    @Test
    void a_hold_is_posted_in_part_and_the_rest_is_free_again() {
        ledger.apply(new Open(hold(1, wallet(1), 900)));
        LedgerTransaction funding = settling(transfer(id(2), wallet(1), wallet(2), 650), id(1), 650);

        assertThat(ledger.apply(new Post(funding))).isEqualTo(DONE);

        assertThat(ledger.fundsOf(wallet(1))).isEqualTo(new Funds(-350, 0));
        assertThat(ledger.holds.get(id(1)))
                .extracting(Hold::state, Hold::postedPaise, Hold::postedBy)
                .containsExactly(Hold.State.POSTED, 650L, id(2));
        unchangedBy(new Post(funding), DONE_BEFORE);
    }

    @Test
    void a_transaction_may_take_more_than_it_settles_if_that_is_there() {
        ledger.apply(new Open(hold(1, wallet(1), 300)));

        assertThat(ledger.apply(new Post(settling(transfer(id(2), wallet(1), wallet(2), 1_000), id(1), 300))))
                .isEqualTo(DONE);
        assertThat(ledger.fundsOf(wallet(1))).isEqualTo(new Funds(0, 0));
    }

    @Test
    void a_hold_is_resolved_once() {
        ledger.apply(new Open(hold(1, wallet(1), 300)));
        ledger.apply(new End(id(1), Hold.State.RELEASED));

        unchangedBy(
                new Post(settling(transfer(id(2), wallet(1), wallet(2), 300), id(1), 300)),
                new Refused(Reason.HOLD_RESOLVED, 0));
        unchangedBy(new End(id(1), Hold.State.RELEASED), DONE_BEFORE);
    }

    @Test
    void a_posted_hold_is_not_released() {
        ledger.apply(new Open(hold(1, wallet(1), 300)));
        ledger.apply(new Post(settling(transfer(id(2), wallet(1), wallet(2), 300), id(1), 300)));

        unchangedBy(new End(id(1), Hold.State.RELEASED), new Refused(Reason.HOLD_RESOLVED, 0));
    }

    @Test
    void a_hold_whose_time_is_over_is_not_posted_even_before_it_is_swept() {
        Hold hold = hold(1, wallet(1), 300);
        ledger.apply(new Open(hold));
        unchangedBy(new End(id(1), Hold.State.EXPIRED), new Refused(Reason.HOLD_NOT_EXPIRED, 0));
        ledger.now = hold.expiresAt();

        unchangedBy(
                new Post(settling(transfer(id(2), wallet(1), wallet(2), 300), id(1), 300)),
                new Refused(Reason.HOLD_EXPIRED, 0));
        assertThat(ledger.apply(new End(id(1), Hold.State.EXPIRED))).isEqualTo(DONE);
        assertThat(ledger.fundsOf(wallet(1)).availablePaise()).isEqualTo(1_000);
    }

    @Test
    void a_hold_pays_only_from_its_own_account_and_only_what_it_holds() {
        ledger.with(2, 1_000).apply(new Open(hold(1, wallet(1), 300)));

        unchangedBy(
                new Post(settling(transfer(id(2), wallet(2), wallet(3), 300), id(1), 300)),
                new Refused(Reason.HOLD_OF_OTHER_ACCOUNT, 0));
        unchangedBy(
                new Post(settling(transfer(id(2), wallet(1), wallet(3), 301), id(1), 301)),
                new Refused(Reason.HOLD_TOO_SMALL, 0));
        unchangedBy(
                new Post(settling(transfer(id(2), wallet(1), wallet(3), 1), id(9), 1)),
                new Refused(Reason.HOLD_UNKNOWN, 0));
    }

    @Test
    void the_same_hold_is_opened_once_and_another_under_its_id_never() {
        Hold hold = hold(1, wallet(1), 300);
        ledger.apply(new Open(hold));

        unchangedBy(new Open(hold), DONE_BEFORE);
        unchangedBy(new Open(hold(1, wallet(1), 301)), new Refused(Reason.ID_WITH_OTHER_CONTENT, 0));
        unchangedBy(new Open(hold(1, wallet(2), 300)), new Refused(Reason.ID_WITH_OTHER_CONTENT, 0));
    }

    @Test
    void a_hold_can_be_opened_and_posted_in_one_batch() {
        List<LedgerOutcome> outcomes = ledger.apply(List.of(
                new Open(hold(1, wallet(1), 300)),
                new Post(settling(transfer(id(2), wallet(1), wallet(2), 200), id(1), 200))));

        assertThat(outcomes).containsExactly(DONE, DONE);
        assertThat(ledger.fundsOf(wallet(1))).isEqualTo(new Funds(-800, 0));
    }

    @Test
    void a_reversal_after_its_transaction_leaves_the_balances_as_they_were() {
        Funds before = ledger.fundsOf(wallet(1));
        ledger.apply(new Post(deposit(id(1), wallet(1), 250)));

        assertThat(ledger.apply(new Reverse(id(2), id(1)))).isEqualTo(DONE);

        assertThat(ledger.fundsOf(wallet(1))).isEqualTo(before);
        assertThat(ledger.fundsOf(escrow())).isEqualTo(new Funds(1_000, 0));
    }

    @Test
    void a_transaction_is_reversed_once_and_a_reversal_stays() {
        ledger.apply(new Post(deposit(id(1), wallet(1), 250)));
        ledger.apply(new Post(deposit(id(2), wallet(1), 250)));
        ledger.apply(new Reverse(id(3), id(1)));

        unchangedBy(new Reverse(id(3), id(1)), DONE_BEFORE);
        unchangedBy(new Reverse(id(4), id(1)), new Refused(Reason.REVERSED_BEFORE, 0));
        unchangedBy(new Reverse(id(4), id(3)), new Refused(Reason.REVERSAL_STAYS, 0));
        unchangedBy(new Reverse(id(3), id(2)), new Refused(Reason.ID_WITH_OTHER_CONTENT, 0));
        unchangedBy(new Reverse(id(4), id(99)), new Refused(Reason.TRANSACTION_UNKNOWN, 0));
    }

    @Test
    void what_was_spent_since_cannot_be_taken_back() {
        ledger.apply(new Post(deposit(id(1), wallet(2), 250)));
        ledger.apply(new Post(transfer(id(2), wallet(2), wallet(3), 100)));

        unchangedBy(new Reverse(id(3), id(1)), new Refused(Reason.INSUFFICIENT_FUNDS, 150));
    }

    private void unchangedBy(LedgerCommand command, LedgerOutcome expected) {
        List<Object> before = ledger.everything();

        assertThat(ledger.apply(command)).isEqualTo(expected);

        assertThat(ledger.everything()).isEqualTo(before);
    }
}
