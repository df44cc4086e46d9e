package com.byajbook.api.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerState;

/** Bounds the number of connections and the time in which each of their requests must arrive. */
@Component
final class ConnectionGuard implements NettyServerCustomizer {

    private static final String HEAD_DEADLINE = "byajbook.head-deadline";

    private final ConnectionLimits limits;
    private final AtomicInteger open = new AtomicInteger();

    ConnectionGuard(ConnectionLimits limits, MeterRegistry registry) {
        this.limits = limits;
        Gauge.builder("byajbook.web.connections", open, AtomicInteger::get)
                .description("Open client connections")
                .register(registry);
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.readTimeout(limits.readTimeout())
                .requestTimeout(limits.requestTimeout())
                .doOnChannelInit((observer, channel, address) -> admit(channel))
                .childObserve(this::observe);
    }

    private void admit(Channel channel) {
        if (open.incrementAndGet() > limits.maxConnections()) {
            open.decrementAndGet();
            ChannelFuture unused = channel.close();
            return;
        }
        channel.closeFuture().addListener(closed -> open.decrementAndGet());
        channel.pipeline().addFirst(HEAD_DEADLINE, new HeadDeadline(limits.headTimeout()));
    }

    private void observe(Connection connection, ConnectionObserver.State state) {
        HeadDeadline deadline = deadlineOf(connection.channel());
        if (deadline == null) {
            return;
        }
        if (state == HttpServerState.REQUEST_RECEIVED) {
            deadline.headArrived();
        } else if (state == ConnectionObserver.State.DISCONNECTING) {
            deadline.requestDone();
        }
    }

    /** A stream of HTTP/2 is a channel of its own, without a head to wait for. */
    private static @Nullable HeadDeadline deadlineOf(Channel channel) {
        if (channel.parent() != null && channel.parent().pipeline().get(HEAD_DEADLINE) != null) {
            channel.parent().pipeline().get(HeadDeadline.class).retire();
            return null;
        }
        return channel.pipeline().get(HeadDeadline.class);
    }
}
