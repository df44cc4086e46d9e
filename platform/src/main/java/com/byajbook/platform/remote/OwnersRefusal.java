package com.byajbook.platform.remote;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.Overload;
import com.byajbook.platform.problem.ProblemType;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.CodecException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * The problem that one of our services answered with. What its gate said reaches the caller unchanged: who refused, why, by
 * which limit, and when to come back.
 */
record OwnersRefusal(
        @Nullable String code,
        @Nullable String reason,
        @JsonProperty("class") @Nullable String trafficClass,
        @Nullable Long estimatedWaitMs,
        @Nullable String limit,
        @Nullable Long limitValue) {

    private static final String RETRY_AFTER_MS = "Retry-After-Ms";
    private static final Duration UNTOLD = Duration.ofSeconds(1);

    /** The failure that an answer tells of, or the answer itself where it tells of none that matters here. */
    static Throwable told(WebClientResponseException answer) {
        OwnersRefusal refusal = read(answer);
        if (refusal == null || refusal.code() == null) {
            return answer;
        }
        if (refusal.code().equals(ProblemType.OVERLOADED.code())) {
            return Failure.overloaded(refusal.overload(answer));
        }
        return refusal.code().equals(ProblemType.DEADLINE_PASSED.code())
                ? Failure.deadlinePassed("The request")
                : answer;
    }

    private Overload overload(WebClientResponseException answer) {
        return new Overload(
                Objects.requireNonNullElse(reason, "overloaded"),
                Objects.requireNonNullElse(trafficClass, "unknown"),
                Duration.ofMillis(Objects.requireNonNullElse(estimatedWaitMs, 0L)),
                Objects.requireNonNullElse(limit, "unknown"),
                Objects.requireNonNullElse(limitValue, 0L),
                retryAfter(answer));
    }

    private static Duration retryAfter(WebClientResponseException answer) {
        String millis = answer.getHeaders().getFirst(RETRY_AFTER_MS);
        return millis != null && millis.matches("\\d{1,9}") ? Duration.ofMillis(Long.parseLong(millis)) : UNTOLD;
    }

    private static @Nullable OwnersRefusal read(WebClientResponseException answer) {
        int status = answer.getStatusCode().value();
        if (status != ProblemType.OVERLOADED.status() && status != ProblemType.DEADLINE_PASSED.status()) {
            return null;
        }
        try {
            return answer.getResponseBodyAs(OwnersRefusal.class);
        } catch (CodecException | IllegalStateException e) {
            // Something between the two services answered, not the service.
            return null;
        }
    }
}
