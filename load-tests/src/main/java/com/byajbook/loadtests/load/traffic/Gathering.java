package com.byajbook.loadtests.load.traffic;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.Patience;
import com.byajbook.loadtests.verdict.Wish;
import com.byajbook.loadtests.verdict.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Makes a crowd out of people: each gets a loan, and some get one that they can pay for and a payment. */
public final class Gathering {
    /** Small, so that nobody reaches what one person may owe: 1,000 rupees. */
    private static final String APPLICATION = PublicApi.application(100_000, 6, "Load test");

    private static final long INSTALMENT_PAISE = 10_000;
    private static final int AT_ONCE = 8;
    private static final int MOST_PAYERS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PublicApi api;
    private final Witness witness;

    public Gathering(PublicApi api, Witness witness) {
        this.api = api;
        this.witness = witness;
    }

    /** Returns when everybody has what their requests will be about. */
    public Crowd of(List<Person> people, Mix mix, boolean oneIsGreedy) {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Citizen> applicants = all(pool, people, this::applicant);
            // Last in the queue, last decided: with it, all are.
            List<Citizen> candidates = applicants.subList(0, Math.min(MOST_PAYERS, applicants.size()));
            List<Citizen> payers = all(pool, candidates, this::payer);
            if (payers.stream().allMatch(citizen -> citizen.payment().isEmpty())) {
                throw new HarnessException(
                        "None of the " + payers.size() + " loans that were applied for before the load"
                                + " was offered, so there is nothing to pay for, and no load was made. Look at the partners"
                                + " (docs/guides/break-partners.md) and at limits that were changed (./byajbook limits changes), and try again.");
            }
            List<Citizen> citizens = new ArrayList<>(payers);
            citizens.addAll(applicants.subList(candidates.size(), applicants.size()));
            return new Crowd(citizens, mix, oneIsGreedy, APPLICATION);
        } finally {
            pool.shutdownNow();
        }
    }

    private Citizen applicant(Person person) {
        UUID loan = accepted(Wish.Kind.LOAN, person, APPLICATION);
        return Citizen.of(person, loan, Optional.empty(), PublicApi.payment(loan, INSTALMENT_PAISE));
    }

    /** With a payment, unless the loan was not offered: only an offered one can be paid. */
    private Citizen payer(Citizen citizen) {
        String path = citizen.loanPath();
        Patience.until(() -> !status(citizen, path).equals("RECEIVED"), PATIENCE, () -> "no decision at " + path);
        if (!status(citizen, path).equals("OFFERED")) {
            return citizen;
        }
        UUID payment = accepted(Wish.Kind.PAYMENT, citizen.person(), citizen.paymentBody());
        return Citizen.of(citizen.person(), citizen.loan(), Optional.of(payment), citizen.paymentBody());
    }

    private String status(Citizen citizen, String path) {
        Answer answer = api.get(citizen.person(), path);
        return answer.status() == 200 ? answer.text("status") : "RECEIVED";
    }

    /** Refused for load it comes again, like everybody who prepares something. */
    private UUID accepted(Wish.Kind kind, Person person, String body) {
        Wish wish = new Wish(kind, person, PublicApi.freshKey());
        witness.asked(wish);
        List<UUID> ids = new ArrayList<>();
        Patience.until(
                () -> {
                    Answer answer = kind == Wish.Kind.LOAN
                            ? api.apply(person, wish.key(), body)
                            : api.pay(person, wish.key(), body);
                    if (answer.isAccepted()) {
                        ids.add(UUID.fromString(answer.text("id")));
                    } else if (answer.status() != 429 && answer.status() != 503) {
                        throw new HarnessException("A " + kind + " for the run was not accepted: " + answer);
                    }
                    return answer.isAccepted();
                },
                PATIENCE,
                () -> "no " + kind + " was accepted for " + person.id());
        witness.accepted(wish, ids.get(0));
        return ids.get(0);
    }

    private static <A, B> List<B> all(ExecutorService pool, List<A> things, Function<A, B> work) {
        List<Future<B>> futures = new ArrayList<>();
        for (A thing : things) {
            futures.add(pool.submit(() -> work.apply(thing)));
        }
        List<B> done = new ArrayList<>();
        try {
            for (Future<B> future : futures) {
                done.add(future.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        } catch (ExecutionException e) {
            throw new HarnessException("The crowd could not be gathered: " + e.getCause(), e.getCause());
        }
    }
}
