package com.byajbook.loanengine.autopay.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An instalment that is collected by itself.
 *
 * @param noticedPaise what the notice named
 * @param attempts that were started
 * @param nextAt when the next attempt is due; null when none is
 */
public record InstalmentCollection(
        InstalmentKey key,
        LocalDate dueOn,
        Instant noticedAt,
        long noticedPaise,
        CollectionState state,
        int attempts,
        @Nullable Instant nextAt) {

    public InstalmentCollection {
        if ((state == CollectionState.NOTICED) != (nextAt != null)) {
            throw new IllegalArgumentException("an instalment that is " + state + " and next collected at " + nextAt);
        }
    }

    /** One of which notice is given now. */
    public static InstalmentCollection noticed(
            InstalmentKey key, LocalDate dueOn, long paise, Instant now, CollectionRules rules) {
        Instant first = rules.firstAttempt(dueOn, now);
        return new InstalmentCollection(key, dueOn, now, paise, CollectionState.NOTICED, 0, first);
    }

    /** With one attempt more, which is under way. */
    public InstalmentCollection asked(CollectionRules rules) {
        if (state != CollectionState.NOTICED || attempts >= rules.maxAttempts()) {
            throw new IllegalStateException("no attempt " + (attempts + 1) + " of what is " + state);
        }
        return move(CollectionState.ASKED, attempts + 1, null);
    }

    /** Later: money that is under way may pay it. */
    public InstalmentCollection postponed(Instant now, CollectionRules rules) {
        return move(CollectionState.NOTICED, attempts, now.plus(rules.spacing()));
    }

    /** Nothing is to be collected. */
    public InstalmentCollection skipped() {
        return move(CollectionState.SKIPPED, attempts, null);
    }

    /** What the outcome of its attempt makes of it; an attempt whose outcome is open, or of before, changes nothing. */
    public InstalmentCollection learn(Attempt attempt, Instant now, CollectionRules rules) {
        return switch (attempt.outcome()) {
            case PENDING, UNKNOWN -> this;
            case SUCCEEDED -> isWaitingFor(attempt) ? move(CollectionState.PAID, attempts, null) : this;
            case FAILED -> isWaitingFor(attempt) ? failed(attempt, now, rules) : this;
            // What the bank took back once is not debited again unasked.
            case REVERSED -> isLatest(attempt) ? move(CollectionState.GIVEN_UP, attempts, null) : this;
        };
    }

    public boolean isGivenUp() {
        return state == CollectionState.GIVEN_UP;
    }

    private InstalmentCollection failed(Attempt attempt, Instant now, CollectionRules rules) {
        return attempts < rules.maxAttempts()
                ? move(CollectionState.NOTICED, attempts, rules.nextAttempt(attempt.askedAt(), now))
                : move(CollectionState.GIVEN_UP, attempts, null);
    }

    private boolean isWaitingFor(Attempt attempt) {
        return state == CollectionState.ASKED && isLatest(attempt);
    }

    private boolean isLatest(Attempt attempt) {
        return attempt.attempt() == attempts;
    }

    private InstalmentCollection move(CollectionState target, int tried, @Nullable Instant next) {
        return new InstalmentCollection(key, dueOn, noticedAt, noticedPaise, target, tried, next);
    }
}
