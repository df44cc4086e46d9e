package com.byajbook.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.notifications.contacts.Channel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

final class ChannelLaneTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final ScriptedMessages messages = new ScriptedMessages();
    private final Disposable.Composite running = Disposables.composite();
    private VirtualTimeScheduler time;

    @BeforeEach
    void holdTime() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void releaseTime() {
        running.dispose();
        VirtualTimeScheduler.reset();
    }

    @Test
    void delivers_what_it_is_handed_and_records_it() {
        ScriptedGateway gateway = new ScriptedGateway(message -> Mono.just(new Answer.Accepted()));
        ChannelLane lane = lane(gateway);
        Outgoing message = message();

        lane.take(message);
        pass(Duration.ofMillis(100));

        assertThat(gateway.asked).containsExactly(message.id());
        assertThat(messages.recorded).extracting(Step::state).containsExactly(Step.State.DELIVERED);
    }

    @Test
    void finds_by_sweep_what_nobody_handed_over() {
        ScriptedGateway gateway = new ScriptedGateway(message -> Mono.just(new Answer.Accepted()));
        lane(gateway);
        IntStream.range(0, 7).forEach(i -> messages.due.add(message()));

        pass(Duration.ofSeconds(3));

        assertThat(messages.recorded).hasSize(7);
    }

    @Test
    void records_a_refusal_and_the_next_channel() {
        lane(new ScriptedGateway(message -> Mono.just(new Answer.Refused("HTTP 422"))))
                .take(message(Channel.WHATSAPP));
        pass(Duration.ofMillis(100));

        assertThat(messages.recorded).hasSize(1);
        assertThat(messages.recorded.get(0).message().channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(messages.recorded.get(0).state()).isEqualTo(Step.State.PENDING);
    }

    @Test
    void survives_a_gateway_that_breaks_its_promise_never_to_fail() {
        ScriptedGateway gateway = new ScriptedGateway(message -> Mono.error(new IllegalStateException("a bug")));
        ChannelLane lane = lane(gateway);

        lane.take(message());
        lane.take(message());
        pass(Duration.ofMillis(100));

        assertThat(messages.recorded)
                .extracting(Step::note)
                .containsOnly("SMS did not answer: IllegalStateException")
                .hasSize(2);
    }

    @Test
    void asks_no_more_at_once_than_its_limit() {
        ScriptedGateway gateway = new ScriptedGateway(
                message -> Mono.<Answer>just(new Answer.Accepted()).delayElement(Duration.ofSeconds(1)));
        ChannelLane lane = lane(gateway);

        IntStream.range(0, 4).forEach(i -> lane.take(message()));
        pass(Duration.ofSeconds(5));

        assertThat(gateway.mostInFlight).isEqualTo(Limits.SMALL.concurrency());
        assertThat(messages.recorded).hasSize(4);
    }

    @Test
    void keeps_no_more_in_memory_than_its_window_and_leaves_the_rest_to_leases() {
        ScriptedGateway gateway = new ScriptedGateway(message -> Mono.never());
        ChannelLane lane = lane(gateway);
        messages.due.add(message());

        IntStream.range(0, 10).forEach(i -> lane.take(message()));
        pass(Duration.ofSeconds(5));

        assertThat(messages.claims).as("a full lane claims nothing").isEmpty();
        assertThat(messages.due).hasSize(1);
    }

    @Test
    void only_tries_a_few_while_the_breaker_is_not_closed() {
        ScriptedGateway gateway = new ScriptedGateway(message -> Mono.just(new Answer.NotAsked()));
        gateway.well = false;
        IntStream.range(0, 100).forEach(i -> messages.due.add(message()));

        lane(gateway);
        pass(Duration.ofMillis(1_050));

        assertThat(messages.claims).hasSize(2).allMatch(limit -> limit <= 5);
    }

    @Test
    void frees_its_room_when_results_cannot_be_recorded() {
        messages.failures = 3;
        ScriptedGateway gateway = new ScriptedGateway(message -> Mono.just(new Answer.Accepted()));
        ChannelLane lane = lane(gateway);

        for (int round = 0; round < 6; round++) {
            IntStream.range(0, 4).forEach(i -> lane.take(message()));
            pass(Duration.ofMillis(100));
        }

        assertThat(gateway.asked).hasSize(24);
        assertThat(messages.recorded).hasSizeGreaterThan(8);
    }

    @Test
    void lets_calls_in_flight_end_when_it_is_finished_and_takes_nothing_more() {
        ScriptedGateway gateway = new ScriptedGateway(
                message -> Mono.<Answer>just(new Answer.Accepted()).delayElement(Duration.ofSeconds(1)));
        ChannelLane lane = new ChannelLane(
                Channel.SMS, gateway, messages, policy(), Limits.SMALL, clock(), new SimpleMeterRegistry());
        boolean[] completed = {false};
        running.add(lane.work().doOnSuccess(done -> completed[0] = true).subscribe());

        lane.take(message());
        lane.finish();
        lane.take(message());
        assertThat(completed[0]).isFalse();
        pass(Duration.ofSeconds(2));

        assertThat(completed[0]).isTrue();
        assertThat(messages.recorded).hasSize(1);
    }

    @Test
    void cancels_its_calls_when_it_is_stopped_hard() {
        ScriptedGateway gateway = new ScriptedGateway(message -> Mono.never());
        ChannelLane lane = lane(gateway);
        Outgoing message = message();
        lane.take(message);

        running.dispose();

        assertThat(gateway.cancelled).containsExactly(message.id());
        assertThat(messages.recorded).isEmpty();
    }

    private ChannelLane lane(Gateway gateway) {
        ChannelLane lane = new ChannelLane(
                Channel.SMS, gateway, messages, policy(), Limits.SMALL, clock(), new SimpleMeterRegistry());
        running.add(lane.work().subscribe());
        running.add(lane.sweep().subscribe());
        return lane;
    }

    private void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    private static DeliveryPolicy policy() {
        return new DeliveryPolicy(Limits.SMALL, () -> 0);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static Outgoing message(Channel... fallbacks) {
        return new Outgoing(UUID.randomUUID(), Channel.SMS, List.of(fallbacks), "+919800000001", "Hello", 0, NOW);
    }
}
