package com.byajbook.loadtests.load.traffic;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.AtOnce;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.lending.App;
import com.byajbook.loadtests.lending.FundedLoans;
import com.byajbook.loadtests.lending.FundedLoans.Borrowed;
import com.byajbook.loadtests.lending.Lenders;
import com.byajbook.loadtests.verdict.Wish;
import com.byajbook.loadtests.verdict.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes a crowd out of people: each gets a loan, and the first ones one that lenders fund and that is paid for. */
public final class Gathering {
    /** Small, so that nobody reaches what one person may owe: 1,000 rupees. */
    private static final String APPLICATION = PublicApi.application(100_000, 6, "Load test");

    private static final int AT_ONCE = 8;
    private static final int MOST_PAYERS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final App app;
    private final FundedLoans loans;
    private final Consumer<String> announce;

    /** @param announce hears how far it is */
    public Gathering(PublicApi api, Witness witness, Lenders lenders, Consumer<String> announce) {
        this.app = new App(api, witness, PATIENCE);
        this.loans = new FundedLoans(app, lenders);
        this.announce = announce;
    }

    /** Returns when everybody has what their requests will be about. */
    public Crowd of(List<Person> people, Mix mix, boolean oneIsGreedy) {
        List<Person> candidates = people.subList(0, Math.min(MOST_PAYERS, people.size()));
        List<Borrowed> borrowed = loans.forAll(candidates, announce);
        if (borrowed.stream().noneMatch(Borrowed::active)) {
            throw new HarnessException(
                    "None of the " + borrowed.size() + " loans that were applied for before the load"
                            + " was offered, so there is nothing to pay for, and no load was made. Look at the partners"
                            + " (docs/guides/break-partners.md) and at limits that were changed (./byajbook limits changes), and try again.");
        }
        List<Citizen> citizens = new ArrayList<>(AtOnce.each(AT_ONCE, borrowed, this::payer));
        citizens.addAll(AtOnce.each(AT_ONCE, people.subList(candidates.size(), people.size()), this::applicant));
        return new Crowd(citizens, mix, oneIsGreedy, APPLICATION);
    }

    private Citizen applicant(Person person) {
        return of(person, app.asks(Wish.Kind.LOAN, person, APPLICATION), Optional.empty());
    }

    /** With a payment, unless the loan was not offered: only one that is paid out can be paid. */
    private Citizen payer(Borrowed borrowed) {
        Optional<UUID> payment = Optional.of(borrowed)
                .filter(Borrowed::active)
                .map(active -> app.asks(Wish.Kind.PAYMENT, active.borrower(), payment(active.loan())));
        return of(borrowed.borrower(), borrowed.loan(), payment);
    }

    private static Citizen of(Person person, UUID loan, Optional<UUID> payment) {
        return Citizen.of(person, loan, payment, payment(loan));
    }

    private static String payment(UUID loan) {
        return PublicApi.payment(loan, FundedLoans.PAYMENT_PAISE);
    }
}
