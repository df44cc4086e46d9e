package com.byajbook.paymentflow.payments.domain;

/**
 * How often we tried.
 *
 * @param submissions submissions that were started
 * @param checks inquiries since the last submission that the provider answered without an outcome
 * @param silences calls in a row that the provider did not answer; they set how long we wait for the next
 */
public record Efforts(int submissions, int checks, int silences) {

    static final Efforts NONE = new Efforts(0, 0, 0);

    public Efforts {
        if (submissions < 0 || checks < 0 || silences < 0) {
            throw new IllegalArgumentException("efforts below zero");
        }
    }

    Efforts after(Evidence evidence) {
        if (evidence == Evidence.SUBMISSION_STARTED) {
            return new Efforts(submissions + 1, 0, silences);
        }
        if (evidence == Evidence.SUBMISSION_NOT_SENT) {
            // It never reached the provider, so it does not use up the budget that protects the provider.
            return new Efforts(submissions - 1, checks, silences + 1);
        }
        if (evidence == Evidence.SUBMISSION_UNANSWERED || evidence == Evidence.INQUIRY_UNANSWERED) {
            return new Efforts(submissions, checks, silences + 1);
        }
        return new Efforts(submissions, evidence.isCheck() ? checks + 1 : checks, 0);
    }
}
