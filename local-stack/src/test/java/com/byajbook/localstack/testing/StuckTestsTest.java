package com.byajbook.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StuckTestsTest {
    private final CompletableFuture<String> told = new CompletableFuture<>();
    private final StuckTests watch = new StuckTests(Duration.ofMillis(200), told::complete);

    @Test
    void tells_what_each_thread_does_when_nothing_begins_or_ends_any_more() {
        watch.begin();

        assertThat(told.join())
                .contains("after the start", "\"main\" WAITING", "StuckTestsTest.tells_what_each_thread_does");
    }
}
