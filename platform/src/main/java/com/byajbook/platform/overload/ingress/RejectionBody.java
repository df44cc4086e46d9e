package com.byajbook.platform.overload.ingress;

import com.byajbook.platform.problem.Overload;
import com.byajbook.platform.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A rejection as bytes: the same members as any problem, put together from parts that are known beforehand.
 *
 * <p>Most of what is written under overload is this, so it costs no reflection, no exception and no tree of objects. The
 * parts are names of ours and an id that was checked: nothing in them needs an escape.
 */
final class RejectionBody {

    private static final int USUAL_LENGTH = 640;
    private static final String OVERLOADED = beginning(ProblemType.OVERLOADED);
    private static final String RATE_LIMITED = beginning(ProblemType.RATE_LIMITED);

    private RejectionBody() {}

    static byte[] of(Rejection rejection, String correlationId) {
        Overload overload = rejection.overload();
        return new StringBuilder(USUAL_LENGTH)
                .append(rejection.type() == ProblemType.RATE_LIMITED ? RATE_LIMITED : OVERLOADED)
                .append("\",\"detail\":\"Nothing was done. The limit ")
                .append(overload.limit())
                .append(" of ")
                .append(overload.limitValue())
                .append(" does not allow it now; retry after ")
                .append(overload.retryAfter().toMillis())
                .append(" ms, with the same Idempotency-Key if it has one.\",\"correlationId\":\"")
                .append(correlationId)
                .append("\",\"reason\":\"")
                .append(overload.reason())
                .append("\",\"class\":\"")
                .append(overload.trafficClass())
                .append("\",\"estimatedWaitMs\":")
                .append(overload.estimatedWait().toMillis())
                .append(",\"limit\":\"")
                .append(overload.limit())
                .append("\",\"limitValue\":")
                .append(overload.limitValue())
                .append('}')
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whole seconds, rounded up, for those who know only the standard. */
    static String retryAfterSeconds(Duration retryAfter) {
        return Long.toString(Math.max(1, (retryAfter.toMillis() + 999) / 1000));
    }

    private static String beginning(ProblemType type) {
        return "{\"type\":\"" + type.uri() + "\",\"title\":\"" + type.title() + "\",\"status\":" + type.status()
                + ",\"code\":\"" + type.code();
    }
}
