package com.byajbook.localstack.sandbox.upi;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.concurrent.Queues;

/**
 * Delivers webhooks at least once: at most 64 at a time, each attempt within 5 s, again after 0.2, 0.4, 0.8 ... 10 s until a 2xx
 * comes or 16 attempts (about two minutes) are spent. A waiting retry holds a timer, never one of the 64 places.
 */
final class Webhooks implements Disposable {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final int CONCURRENCY = 64;
    private static final int QUEUED = 16_384;
    private static final int MAX_ATTEMPTS = 16;
    private static final long FIRST_BACKOFF_MS = 200;
    private static final long MAX_BACKOFF_MS = 10_000;
    private static final long HELD_AT_MOST_MS = 2_000;
    private static final long QUEUE_FULL_BACKOFF_MS = 250;
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Timers timers;
    private final WebhookSignature signature;
    private final Clock clock;
    private final ConnectionProvider connections;
    private final HttpClient http;
    private final Sinks.Many<Webhook> queue = Sinks.many()
            .unicast()
            .onBackpressureBuffer(Queues.<Webhook>get(QUEUED).get());
    private final Disposable sending;
    private final LongAdder sent = new LongAdder();
    private final LongAdder acked = new LongAdder();
    private final LongAdder failedAttempts = new LongAdder();
    private final LongAdder abandoned = new LongAdder();
    /** Touched on the timers' thread only. */
    private @Nullable Webhook held;

    Webhooks(String provider, Timers timers, WebhookSignature signature, Clock clock) {
        this.timers = timers;
        this.signature = signature;
        this.clock = clock;
        connections = ConnectionProvider.builder("sandbox-" + provider + "-webhooks")
                .maxConnections(CONCURRENCY)
                .build();
        http = HttpClient.create(connections);
        sending = queue.asFlux().flatMap(this::attempt, CONCURRENCY).subscribe();
    }

    /** Call on the timers' thread. */
    void send(Webhook webhook, boolean reorder) {
        if (reorder && held == null) {
            held = webhook;
            timers.after(HELD_AT_MOST_MS, () -> releaseIfStill(webhook));
            return;
        }
        enqueue(webhook);
        release();
    }

    private void releaseIfStill(Webhook webhook) {
        if (webhook.equals(held)) {
            release();
        }
    }

    private void release() {
        Webhook released = held;
        held = null;
        if (released != null) {
            // Half a deadline behind, so that "later" is true at the receiver as well.
            timers.after(50, () -> enqueue(released));
        }
    }

    private void enqueue(Webhook webhook) {
        if (queue.tryEmitNext(webhook) == Sinks.EmitResult.FAIL_OVERFLOW) {
            timers.after(QUEUE_FULL_BACKOFF_MS, () -> enqueue(webhook));
        }
    }

    private Mono<Void> attempt(Webhook webhook) {
        sent.increment();
        webhook.transaction().webhookSent();
        return post(webhook)
                .timeout(DEADLINE)
                .map(response -> response.status().code() / 100 == 2)
                .onErrorResume(Exception.class, unreachable -> Mono.just(false))
                .doOnNext(taken -> settle(webhook, taken))
                .then();
    }

    private Mono<HttpClientResponse> post(Webhook webhook) {
        return Mono.defer(() -> http.headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                        .set(WebhookSignature.HEADER, signature.header(clock.millis() / 1000, webhook.body())))
                .post()
                .uri(webhook.transaction().order().callbackUrl())
                .send(ByteBufFlux.fromString(Mono.just(webhook.body())))
                .response());
    }

    private void settle(Webhook webhook, boolean taken) {
        if (taken) {
            acked.increment();
            webhook.transaction().webhookAcked();
        } else if (webhook.attempt() < MAX_ATTEMPTS) {
            failedAttempts.increment();
            long backoff = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS << (webhook.attempt() - 1));
            timers.after(backoff, () -> enqueue(webhook.again()));
        } else {
            failedAttempts.increment();
            abandoned.increment();
            LOG.warn("Gave up the webhook of {}", webhook.transaction().order().merchantTxnId());
        }
    }

    Map<String, Object> counters() {
        Map<String, Object> counters = new LinkedHashMap<>();
        counters.put("webhooksSent", sent.sum());
        counters.put("webhooksAcked", acked.sum());
        counters.put("webhookAttemptsFailed", failedAttempts.sum());
        counters.put("webhooksAbandoned", abandoned.sum());
        return counters;
    }

    void resetCounters() {
        sent.reset();
        acked.reset();
        failedAttempts.reset();
        abandoned.reset();
    }

    @Override
    public void dispose() {
        sending.dispose();
        connections.dispose();
    }
}
