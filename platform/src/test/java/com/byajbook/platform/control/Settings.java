package com.byajbook.platform.control;

import java.time.Duration;

/** The defaults, but for what a test is about. */
final class Settings {

    private Settings() {}

    static ControlProperties waiting(Duration ackWait, Duration ackEvery) {
        return new ControlProperties(
                true,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                ackWait,
                ackEvery,
                Duration.ofSeconds(5),
                Duration.ofDays(400),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofMillis(200),
                Duration.ofSeconds(5));
    }
}
