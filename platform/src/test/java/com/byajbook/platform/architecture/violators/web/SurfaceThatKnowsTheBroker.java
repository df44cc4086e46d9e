package com.byajbook.platform.architecture.violators.web;

import com.byajbook.platform.architecture.violators.messaging.QueueThatKnowsTheSurface;
import com.rabbitmq.client.Channel;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Breaks the rules that only messaging knows the broker, and that only lifecycles subscribe. */
public record SurfaceThatKnowsTheBroker(Channel channel, QueueThatKnowsTheSurface queue) {

    /** A subscription that nobody owns. */
    public static Disposable subscribed() {
        return Mono.empty().subscribe();
    }
}
