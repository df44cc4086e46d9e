package com.byajbook.loadtests.model;

/** What becomes of money on its way, as the provider is told to play it, and what the model says of it. */
enum Fate {
    ARRIVES("\"outcome\":\"SUCCESS\"", Foresight.SUCCESS),
    ARRIVES_AND_IS_TOLD_FOUR_TIMES("\"outcome\":\"SUCCESS\",\"duplicates\":3,\"reorder\":true", Foresight.SUCCESS),
    FAILS("\"outcome\":\"FAILURE\"", Foresight.REFUSAL),
    IS_TAKEN_WITHOUT_AN_ANSWER("\"outcome\":\"SUBMIT_TIMEOUT\"", Foresight.UNKNOWN),
    ARRIVES_LATE("\"outcome\":\"LATE_SUCCESS\",\"lateByMs\":3000", Foresight.UNKNOWN),
    ARRIVES_AND_IS_NOT_TOLD("\"outcome\":\"SUCCESS\",\"dropWebhook\":true", Foresight.UNKNOWN);

    private final String behaviour;
    private final Foresight foresight;

    /** What can be said before. */
    enum Foresight {
        SUCCESS,
        /** It ends as FAILED, and everything stays as it is. */
        REFUSAL,
        /** Nobody may say yet that it failed, and no effect is shown before it is sure; in the end it arrives. */
        UNKNOWN
    }

    Fate(String behaviour, Foresight foresight) {
        this.behaviour = behaviour;
        this.foresight = foresight;
    }

    Foresight foresight() {
        return foresight;
    }

    /** For the provider. */
    String ofAmount(long paise) {
        return "{" + behaviour + ",\"forAmountPaise\":" + paise + "}";
    }
}
