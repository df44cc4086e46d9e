package com.byajbook.loadtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.crowd.OpenLoad;
import com.byajbook.loadtests.crowd.OpenLoad.Errand;
import com.byajbook.loadtests.harness.Patience;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.verdict.Wish;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Borrowers who apply and pay all the time, three applications to one payment, while something is being broken. */
final class Crowd implements AutoCloseable {
    private static final int PEOPLE = 12;
    private static final int PER_SECOND = 40;
    private static final int AT_MOST = 2_500;
    /** 2,500 arrivals bring 625 payments, 53 a person: far from the 20,000 rupees that each has to pay back. */
    private static final long INSTALMENT_PAISE = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Patron> patrons;
    private final AtomicInteger turn = new AtomicInteger();
    private final OpenLoad load;

    private record Patron(Person person, UUID loan) {}

    private Crowd(Town town, List<Patron> patrons) {
        this.patrons = patrons;
        this.load = OpenLoad.start(town.api(), town.witness(), this::next, PER_SECOND, AT_MOST, PATIENCE);
    }

    /** Comes when each has a loan to pay for. */
    static Crowd gather(Town town) {
        return new Crowd(
                town,
                town.newcomers(PEOPLE).stream()
                        .map(person -> new Patron(person, town.fundedLoan(person)))
                        .toList());
    }

    private Errand next() {
        int number = turn.getAndIncrement();
        Patron patron = patrons.get(number % patrons.size());
        String key = PublicApi.freshKey();
        // The crowd's size divides by four, so every patron does both.
        return (number / patrons.size() + number) % 4 == 3
                ? new Errand(
                        new Wish(Wish.Kind.PAYMENT, patron.person(), key),
                        PublicApi.payment(patron.loan(), INSTALMENT_PAISE))
                : new Errand(
                        new Wish(Wish.Kind.LOAN, patron.person(), key),
                        PublicApi.application(100_000, 6, "Vegetables"));
    }

    /** Waits for so many more 202s. */
    void awaitAcceptedMore(int more) {
        int before = load.accepted();
        Patience.until(
                () -> load.accepted() >= before + more, PATIENCE, () -> "not " + more + " accepted any more: " + load);
    }

    /** Lets nobody new arrive and waits until everybody has an answer. */
    void goHome() {
        load.stopArrivals();
        Patience.until(load::isOver, PATIENCE.plusSeconds(20), () -> "somebody still waits: " + load);
        System.out.println("Crowd: " + load);
        assertThat(load.surprises()).isEmpty();
    }

    @Override
    public void close() {
        load.close();
    }
}
