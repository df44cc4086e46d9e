package com.byajbook.notifications.delivery;

import java.time.Duration;

/** Bounds that tests can reach. */
final class Limits {
    static final DeliveryProperties SMALL = new DeliveryProperties(
            2,
            4,
            3,
            Duration.ofSeconds(30),
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            5,
            Duration.ofHours(1),
            Duration.ofDays(30));

    private Limits() {}
}
