package com.byajbook.loadtests.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.harness.Patience;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.SqlDatabase;
import com.byajbook.loadtests.stage.Town;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** All lenders and loans as they should be, and the platform's word on them beside it. */
final class Economy {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final List<String> MONEY = List.of(
            "select count(*) from (select book from ledger_account group by book having sum(balance_paise) <> 0) as uneven",
            "select count(*) from ledger_account where owned and -balance_paise < held_paise",
            """
            select count(*) from ledger_account as account
            where balance_paise <> (select coalesce(sum(amount_paise), 0) from ledger_posting as posting
                    where posting.account_id = account.account_id)
                or held_paise <> (select coalesce(sum(amount_paise), 0) from ledger_hold as hold
                    where hold.account_id = account.account_id and state = 'OPEN')
            """);

    private static final List<String> LOANS = List.of(
            """
            select count(*) from loan_account as account
            join (select loan_id, sum(principal_paise) as lent, sum(principal_paise - principal_paid_paise) as out,
                    sum(paid_paise) as paid from lender_share group by loan_id) as shares using (loan_id)
            where shares.lent <> account.principal_paise or shares.out <> account.outstanding_paise
                or shares.paid <> account.collected_lender_paise
            """,
            """
            select count(*) from loan_account as account
            join (select loan_id, sum(principal_paise) as scheduled from instalment group by loan_id) as rows using (loan_id)
            where rows.scheduled + account.prepaid_paise <> account.principal_paise
            """,
            "select count(*) from listing where reserved_paise + held_paise > amount_paise or reserved_paise < 0");

    private final Town town;
    private final List<Purse> purses = new ArrayList<>();
    private final List<Deal> deals = new ArrayList<>();

    Economy(Town town, int lenders) {
        this.town = town;
        town.lenders(lenders).forEach(person -> purses.add(new Purse(purses.size() + 1, person)));
    }

    List<Purse> purses() {
        return purses;
    }

    List<Deal> deals() {
        return deals;
    }

    /** Every wallet and loan is as it should be, in the eyes of its owner, and the books are in order. */
    void assertAsForeseen() {
        purses.forEach(this::assertWallet);
        deals.forEach(this::assertLoan);
        assertProceeds();
        assertNone(Service.PAYMENT_FLOW, MONEY);
        assertNone(Service.LOAN_ENGINE, LOANS);
    }

    /** The same of one wallet: what a refusal has left alone, or an unknown outcome not touched yet. */
    void assertWallet(Purse purse) {
        eventually(
                purse + " and " + leastProceeds(purse) + " of proceeds, or a few paise more",
                () -> town.api().get(purse.owner(), "/v1/wallet").json(),
                wallet -> {
                    long over = wallet.path("proceedsPaise").asLong() - leastProceeds(purse);
                    return wallet.path("availablePaise").asLong() == purse.available()
                            && wallet.path("heldPaise").asLong() == purse.held()
                            && wallet.path("investedPaise").asLong() == purse.invested()
                            && over >= 0
                            && over
                                    <= deals.stream()
                                            .mapToLong(deal -> deal.parts(purse))
                                            .sum();
                });
    }

    private void assertLoan(Deal deal) {
        eventually(
                deal.toString(),
                () -> town.api().get(deal.borrower(), "/v1/loans/" + deal.id()).json(),
                loan -> loan.path("status").asString("").equals(deal.stage().name())
                        && loan.path("outstandingPrincipalPaise").asLong(0) == deal.outstanding()
                        && (deal.stage() != Deal.Stage.LISTED
                                || loan.path("committedPaise").asLong(0) == deal.given()));
    }

    /** To the paisa: what all lenders got is what came back for them. */
    private void assertProceeds() {
        long cameBack = deals.stream().mapToLong(Deal::collected).sum();
        eventually(
                cameBack + " of proceeds in all",
                () -> purses.stream()
                        .mapToLong(purse -> town.api()
                                .get(purse.owner(), "/v1/wallet")
                                .json()
                                .path("proceedsPaise")
                                .asLong())
                        .sum(),
                got -> got == cameBack);
    }

    private long leastProceeds(Purse purse) {
        return deals.stream().mapToLong(deal -> deal.leastProceedsOf(purse)).sum();
    }

    private void assertNone(Service service, List<String> violations) {
        SqlDatabase database = town.platform().database(service);
        for (String violation : violations) {
            assertThat(database.count(violation)).as(violation).isZero();
        }
    }

    private static <T> void eventually(String foreseen, Supplier<T> look, Predicate<T> holds) {
        Patience.until(
                () -> holds.test(look.get()), SOON, () -> "foreseen was " + foreseen + ", and there is " + look.get());
    }
}
