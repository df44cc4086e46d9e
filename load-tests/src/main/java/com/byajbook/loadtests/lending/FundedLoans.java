package com.byajbook.loadtests.lending;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.AtOnce;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.verdict.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Loans that are paid out, for people who are to pay for them again and again.
 *
 * <p>A loan of 20,000 rupees that is paid back a rupee at a time lasts for {@link #PAYMENTS} payments. The longest scenario
 * makes 5,430 on all payers' loans together (soak: 50 arrivals a second for 1,810 s, 6 in a hundred pay), the greediest 240
 * on one (greedy-user: half of 200 a second for 40 s), so that none is ever closed by them, not even the loan of one payer
 * alone.
 */
public final class FundedLoans {
    public static final long AMOUNT_PAISE = 2_000_000;
    public static final long PAYMENT_PAISE = 100;
    /** With so many a loan is paid back; before them it is not. */
    public static final long PAYMENTS = AMOUNT_PAISE / PAYMENT_PAISE;

    private static final String APPLICATION = PublicApi.application(AMOUNT_PAISE, 12, "To be paid for");
    private static final int AT_ONCE = 8;
    private static final int TOLD_EVERY = 20;
    private static final int MOST_LENDERS = 5;

    private final App app;
    private final FundingSteps steps;
    private final Lenders lenders;

    /** @param active whether it is paid out; it is not when no offer was made */
    public record Borrowed(Person borrower, UUID loan, boolean active) {}

    public FundedLoans(App app, Lenders lenders) {
        this.app = app;
        this.steps = new FundingSteps(app);
        this.lenders = lenders;
    }

    /** A loan for each of them, in their order, some at a time. @param announce hears how far it is */
    public List<Borrowed> forAll(List<Person> borrowers, Consumer<String> announce) {
        AtomicInteger ready = new AtomicInteger();
        return AtOnce.each(AT_ONCE, borrowers, borrower -> {
            Borrowed borrowed = forOne(borrower);
            told(ready.incrementAndGet(), borrowers.size(), announce);
            return borrowed;
        });
    }

    private static void told(int ready, int all, Consumer<String> announce) {
        if (ready % TOLD_EVERY == 0 || ready == all) {
            announce.accept("  " + ready + " of " + all + " have a loan to pay for, or were not offered one");
        }
    }

    private Borrowed forOne(Person borrower) {
        UUID loan = app.asks(Wish.Kind.LOAN, borrower, APPLICATION);
        Answer decided = app.awaits(borrower, path(loan), Set.of("OFFERED", "DECLINED", "REFERRED"));
        boolean offered = decided.text("status").equals("OFFERED");
        if (offered) {
            fund(borrower, loan);
        }
        return new Borrowed(borrower, loan, offered);
    }

    /** Returns when the loan, which was offered, is paid out: all of it by one lender. */
    public void fund(Person borrower, UUID loan) {
        steps.accept(borrower, loan);
        long paise = app.awaits(borrower, path(loan), Set.of("LISTED"))
                .json()
                .path("amountPaise")
                .asLong();
        lend(borrower, loan, paise);
        var unused = app.awaits(borrower, path(loan), Set.of("ACTIVE"));
    }

    /** Whoever may not lend to this borrower, or not any more at all, lends no more here. */
    private void lend(Person borrower, UUID loan, long paise) {
        List<String> refusals = new ArrayList<>();
        while (refusals.size() < MOST_LENDERS) {
            Person lender = lenders.take();
            Answer promise = promise(lender, loan, paise);
            if (!promise.text("status").equals("REFUSED")) {
                lenders.giveBack(lender);
                return;
            }
            refusals.add(promise.text("reason"));
        }
        throw new HarnessException("The loan " + loan + " of " + borrower.id() + " is not funded: " + MOST_LENDERS
                + " lenders one after the other were refused with " + refusals
                + ". If earlier runs used up what they may lend, begin anew with ./byajbook up --fresh.");
    }

    private Answer promise(Person lender, UUID loan, long paise) {
        steps.deposit(lender, paise);
        UUID commitment = steps.commit(lender, loan, paise);
        return app.awaits(lender, "/v1/commitments/" + commitment, Set.of("HELD", "INVESTED", "REFUSED"));
    }

    private static String path(UUID loan) {
        return "/v1/loans/" + loan;
    }
}
