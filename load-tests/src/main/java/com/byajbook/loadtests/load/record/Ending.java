package com.byajbook.loadtests.load.record;

/** How an arrival ended, all attempts together. */
enum Ending {
    /** It got what it came for. */
    SERVED,
    /** The last answer was that it should come again. */
    REFUSED,
    /** The last answer was an error. */
    FAILED,
    /** The last request never got an answer, or there was none because the generator did not get to it. */
    UNANSWERED
}
