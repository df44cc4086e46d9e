package com.byajbook.loadtests.lending;

import com.byajbook.loadtests.client.People;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.harness.HarnessException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lenders who take turns, each with one loan at a time, so that nobody comes near what one lender may give: 10 lakh rupees
 * in all, 50,000 to one borrower. Safe for many threads.
 */
public final class Lenders {
    private static final int SEEDED = 100;

    private final Queue<Person> waiting;

    public Lenders(List<Person> people) {
        this.waiting = new ConcurrentLinkedQueue<>(people);
    }

    /** In another order each time, so that runs on one platform seldom bring the same two people together again. */
    public static Lenders of(People people) {
        List<Person> lenders = new ArrayList<>(people.lenders(SEEDED));
        Collections.shuffle(lenders);
        return new Lenders(lenders);
    }

    Person take() {
        Person next = waiting.poll();
        if (next == null) {
            throw new HarnessException("No lender is left who may lend any more: each has given what one may give."
                    + " Begin anew with ./byajbook up --fresh.");
        }
        return next;
    }

    void giveBack(Person lender) {
        waiting.add(lender);
    }
}
