package com.byajbook.loadtests.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What a good app does when it is told to come back later: it does, when it was told to, with the same request. */
public final class Appointments {
    private static final int MOST = 10;
    private static final String RETRY_AFTER = "Retry-After-Ms";

    private Appointments() {}

    /** The first answer that is no refusal for load, or the last of ten. */
    public static Answer keep(Supplier<Answer> request) {
        Answer answer = request.get();
        for (int kept = 1; kept < MOST && isRefusedForLoad(answer); kept++) {
            answer = after(appointment(answer), request);
        }
        return answer;
    }

    private static boolean isRefusedForLoad(Answer answer) {
        return (answer.status() == 429 || answer.status() == 503)
                && answer.header(RETRY_AFTER).isPresent();
    }

    private static Duration appointment(Answer answer) {
        return Duration.ofMillis(answer.header(RETRY_AFTER).map(Long::parseLong).orElseThrow());
    }

    private static Answer after(Duration wait, Supplier<Answer> request) {
        return CompletableFuture.supplyAsync(
                        request, CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }
}
