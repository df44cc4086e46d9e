package com.byajbook.localstack.sandbox;

import com.byajbook.localstack.sandbox.bureau.CreditBureau;
import com.byajbook.localstack.sandbox.gateway.Inbox;
import com.byajbook.localstack.sandbox.gateway.MessageGateway;
import com.byajbook.localstack.sandbox.http.Routes;
import com.byajbook.localstack.sandbox.upi.UpiProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * The partners as one HTTP server, inside this process. Two event loop threads of its own, all of them daemons, and bounded
 * memory: the stores hold some tens of thousands of entries and evict the oldest.
 */
public final class Sandbox implements AutoCloseable {
    private static final Duration IDLE_CONNECTION = Duration.ofMinutes(2);
    private static final Duration CLOSE_AT_MOST = Duration.ofSeconds(3);

    private final LoopResources loops;
    private final DisposableServer server;
    private final Disposable upi;

    private Sandbox(LoopResources loops, DisposableServer server, Disposable upi) {
        this.loops = loops;
        this.server = server;
        this.upi = upi;
    }

    /** Starts on loopback with the local secret; port 0 means any free one. */
    public static Sandbox start(int port) {
        return start(SandboxSettings.local(port));
    }

    /** Starts and returns when it listens; throws when the port is taken. */
    @SuppressWarnings("TimeZoneUsage") // There is no Spring here to bring a clock; this is the one place that makes it.
    public static Sandbox start(SandboxSettings settings) {
        Clock clock = Clock.systemUTC();
        UpiProvider first = new UpiProvider("upi", "", settings.webhookSecret(), clock);
        UpiProvider second = new UpiProvider("upi-b", "B", settings.webhookSecret(), clock);
        Disposable upi = Disposables.composite(first, second);
        Routes routes = routes(first, second, clock);
        LoopResources loops = LoopResources.create("sandbox", 1, 2, true);
        try {
            DisposableServer server = HttpServer.create()
                    .host(settings.host())
                    .port(settings.port())
                    .runOn(loops)
                    .idleTimeout(IDLE_CONNECTION)
                    .handle(routes::serve)
                    .bindNow();
            return new Sandbox(loops, server, upi);
        } catch (RuntimeException e) {
            upi.dispose();
            loops.dispose();
            throw e;
        }
    }

    private static Routes routes(UpiProvider upi, UpiProvider upiB, Clock clock) {
        Inbox inbox = new Inbox();
        CreditBureau bureau = new CreditBureau();
        MessageGateway sms = new MessageGateway("sms", inbox, clock);
        MessageGateway whatsapp = new MessageGateway("whatsapp", inbox, clock);
        Routes routes = new Routes();
        bureau.addTo(routes);
        upi.addTo(routes);
        upiB.addTo(routes);
        sms.addTo(routes);
        whatsapp.addTo(routes);
        inbox.addTo(routes);
        new PartnersControl(List.of(bureau, upi, upiB, sms, whatsapp), routes).addToRoutes();
        return routes;
    }

    /** Where it listens, without a slash at the end. */
    public String baseUrl() {
        return "http://" + server.host() + ":" + server.port();
    }

    /** The port that it got. */
    public int port() {
        return server.port();
    }

    /** Completes when it has stopped. */
    public Mono<Void> onClose() {
        return server.onDispose();
    }

    /** Stops, and drops what is still pending. */
    @Override
    public void close() {
        upi.dispose();
        server.disposeNow(CLOSE_AT_MOST);
        loops.disposeLater(Duration.ZERO, CLOSE_AT_MOST).block(CLOSE_AT_MOST);
    }
}
