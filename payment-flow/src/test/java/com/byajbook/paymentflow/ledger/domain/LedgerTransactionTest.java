package com.byajbook.paymentflow.ledger.domain;

import static com.byajbook.paymentflow.ledger.domain.Ledger.LOAN;
import static com.byajbook.paymentflow.ledger.domain.Ledger.deposit;
import static com.byajbook.paymentflow.ledger.domain.Ledger.escrow;
import static com.byajbook.paymentflow.ledger.domain.Ledger.id;
import static com.byajbook.paymentflow.ledger.domain.Ledger.wallet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.paymentflow.ledger.domain.LedgerTransaction.Settlement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerTransactionTest {

    private static final AccountName PROCEEDS = AccountName.of(AccountKind.LENDER_PROCEEDS, new UUID(1, 1));

    @Test
    void does_not_exist_out_of_balance() {
        refused("out of balance by 1 paise", Posting.debit(escrow(), 6), Posting.credit(wallet(1), 5));
        refused("2 to 2000 postings", Posting.debit(escrow(), 6));
    }

    @Test
    void never_crosses_from_one_escrow_into_the_other() {
        refused("out of balance", Posting.debit(PROCEEDS, 5), Posting.credit(wallet(1), 5));
        refused(
                "out of balance",
                Posting.debit(AccountName.shared(AccountKind.BORROWERS_ESCROW), 5),
                Posting.credit(wallet(1), 5));
    }

    @Test
    void may_balance_in_two_books_at_once() {
        assertThat(transaction(
                        Posting.debit(escrow(), 5),
                        Posting.credit(wallet(1), 5),
                        Posting.debit(AccountName.shared(AccountKind.PLATFORM_BANK), 3),
                        Posting.credit(AccountName.shared(AccountKind.FEE_INCOME), 3)))
                .isNotNull();
    }

    @Test
    void names_an_account_and_a_hold_once() {
        refused(
                "two postings on",
                Posting.debit(escrow(), 6),
                Posting.credit(wallet(1), 2),
                Posting.credit(wallet(1), 4));
        assertThatThrownBy(() -> new LedgerTransaction(
                        id(1),
                        Purpose.FUNDING,
                        LOAN,
                        deposit(id(1), wallet(1), 5).postings(),
                        List.of(new Settlement(id(2), 1), new Settlement(id(2), 1))))
                .hasMessageContaining("settles a hold once");
    }

    @Test
    void does_not_overflow() {
        refused("overflow", Posting.debit(escrow(), Long.MAX_VALUE), Posting.debit(wallet(1), 2));
        assertThatThrownBy(() -> new Posting(escrow(), Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void has_a_fingerprint_of_all_that_it_says() {
        LedgerTransaction transaction = deposit(id(1), wallet(1), 5);

        assertThat(transaction.fingerprint())
                .isEqualTo(deposit(id(2), wallet(1), 5).fingerprint())
                .isNotEqualTo(deposit(id(1), wallet(1), 6).fingerprint())
                .isNotEqualTo(deposit(id(1), wallet(2), 5).fingerprint())
                .isNotEqualTo(
                        new LedgerTransaction(id(1), Purpose.DEPOSIT, new UUID(8, 8), transaction.postings(), List.of())
                                .fingerprint())
                .isNotEqualTo(new LedgerTransaction(
                                id(1), Purpose.DEPOSIT, LOAN, transaction.postings(), List.of(new Settlement(id(3), 5)))
                        .fingerprint());
    }

    private static void refused(String why, Posting... postings) {
        assertThatThrownBy(() -> transaction(postings)).hasMessageContaining(why);
    }

    private static LedgerTransaction transaction(Posting... postings) {
        return LedgerTransaction.of(id(1), Purpose.ADJUSTMENT, LOAN, List.of(postings));
    }
}
