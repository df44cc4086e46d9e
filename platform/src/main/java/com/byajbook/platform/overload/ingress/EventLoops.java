package com.byajbook.platform.overload.ingress;

import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import com.byajbook.platform.pipe.StageSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The event loops of the server: how long what they read has waited for them. */
final class EventLoops implements StageSource {

    private static final double MILLI = 1e6;

    /** To be read, and to be answered. */
    private static final int TURNS = 2;

    private final LongSupplier nanoClock;
    private final Supplier<Duration> promised;
    private final Timer late;
    private final FastThreadLocal<Watched> here = new FastThreadLocal<>();

    /** Since somebody looked at the stage. */
    private final AtomicLong worstNanos = new AtomicLong();

    /** @param promised the longest wait of the least important */
    EventLoops(LongSupplier nanoClock, Supplier<Duration> promised, MeterRegistry meters) {
        this.late = Timer.builder("byajbook.event.loop.late")
                .description("How late the server's event loops are while requests come")
                .register(meters);
        this.nanoClock = nanoClock;
        this.promised = promised;
    }

    /** To be called on a loop before its first request. */
    void watch(EventLoop loop) {
        if (here.get() == null) {
            here.set(new Watched(loop));
        }
    }

    /** How long the request that this thread is reading has waited for it; zero where the thread is no loop of the server. */
    Duration waited() {
        Watched loop = here.getIfExists();
        return loop == null ? Duration.ZERO : Duration.ofNanos(loop.late());
    }

    /** How long everybody who was read lately will have waited for this loop when it is answered. */
    Duration standingWait() {
        Watched loop = here.getIfExists();
        // Not multipliedBy(): it makes decimal numbers of it, for each request.
        return loop == null ? Duration.ZERO : Duration.ofNanos(TURNS * loop.standing());
    }

    /** Nobody is at work or refused here: the ingress counts it as a part of the wait. */
    @Override
    public Stage stage() {
        double worst = TURNS * worstNanos.getAndSet(0) / MILLI;
        double target = promised.get().toMillis();
        return new Stage(
                "event-loops",
                StageKind.INGRESS,
                0,
                0,
                0,
                0,
                worst / TURNS,
                0,
                0,
                0,
                Map.of(),
                0,
                0,
                worst,
                target,
                "",
                List.of());
    }

    private final class Watched implements Runnable {

        private final EventLoop loop;
        private final LoopDelay delay = new LoopDelay();

        private Watched(EventLoop loop) {
            this.loop = loop;
        }

        private long late() {
            long now = nanoClock.getAsLong();
            goOnTicking(now);
            return delay.ofRequest(now);
        }

        private long standing() {
            long now = nanoClock.getAsLong();
            goOnTicking(now);
            return delay.standing(now);
        }

        private void goOnTicking(long now) {
            if (delay.isAtRest() && !loop.isShuttingDown()) {
                delay.begun(now);
                tickLater();
            }
        }

        @Override
        public void run() {
            boolean again = delay.ticked(nanoClock.getAsLong());
            worstNanos.accumulateAndGet(delay.lastLateNanos(), Math::max);
            late.record(delay.lastLateNanos(), TimeUnit.NANOSECONDS);
            if (again && !loop.isShuttingDown()) {
                tickLater();
            }
        }

        private void tickLater() {
            var unused = loop.schedule(this, LoopDelay.TICK_NANOS, TimeUnit.NANOSECONDS);
        }
    }
}
