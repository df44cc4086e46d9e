package com.byajbook.loadtests.stage;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.harness.Patience;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A loan of a town and the three lenders who fund it, step by step, each as an app would ask for it. */
public record Funding(Town town, Person borrower, UUID loan, List<Person> lenders) {

    /** What each lender gives; together an offered loan. */
    public static final List<Long> PARTS = List.of(700_001L, 650_000L, 649_999L);

    /** A loan that was offered, and three lenders who have paid in. */
    public static Funding offered(Town town) {
        Person borrower = town.newcomer();
        Funding funding = new Funding(town, borrower, town.offer(borrower), town.lenders(PARTS.size()));
        for (int i = 0; i < PARTS.size(); i++) {
            town.steps().deposit(funding.lenders.get(i), PARTS.get(i));
        }
        return funding;
    }

    /** The borrower agrees to exactly what was shown. */
    public void accept() {
        town.steps().accept(borrower, loan);
    }

    /** A lender promises its part. @return the commitment */
    public UUID commit(int lender) {
        return town.steps().commit(lenders.get(lender), loan, PARTS.get(lender));
    }

    public void awaitCommitment(int lender, UUID commitment, String status) {
        town.awaitStatus(lenders.get(lender), "/v1/commitments/" + commitment, status);
    }

    /** A promise once it is known whether its money is there. */
    public Answer decided(int lender, UUID commitment) {
        return town.awaitOne(lenders.get(lender), "/v1/commitments/" + commitment, Set.of("HELD", "REFUSED"));
    }

    public void awaitLoan(String status) {
        town.awaitStatus(borrower, "/v1/loans/" + loan, status);
    }

    /** The borrower pays so much, and it is allocated. @return the payment, as its payer sees it */
    public Answer pay(long paise) {
        return allocated(town.pay(borrower, loan, paise));
    }

    /** A payment once it is known what it paid. */
    public Answer allocated(UUID payment) {
        String path = "/v1/payments/" + payment;
        Patience.until(
                () -> town.api().get(borrower, path).json().path("split").isObject(),
                Town.SOON,
                () -> path + " is not allocated: " + town.api().get(borrower, path));
        return town.api().get(borrower, path);
    }

    /** What would close the loan today. */
    public long payoff() {
        return town.api()
                .get(borrower, "/v1/loans/" + loan + "/foreclosure-quote")
                .json()
                .path("totalPaise")
                .asLong();
    }

    /** What a lender got back so far. */
    public long proceeds(int lender) {
        return town.api()
                .get(lenders.get(lender), "/v1/wallet")
                .json()
                .path("proceedsPaise")
                .asLong();
    }
}
