package com.byajbook.platform.overload.ingress;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Puts a {@link TurnAwayHandler} on each HTTP/1.1 connection. HTTP/2 passes it by and is refused by the filter. */
final class TurnAwayServer implements NettyServerCustomizer {

    private static final String NAME = "byajbook.ingress";

    private final IngressPolicy policy;

    TurnAwayServer(IngressPolicy policy) {
        this.policy = policy;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((observer, channel, address) -> {
            policy.loops().watch(channel.eventLoop());
            if (channel.pipeline().get(NettyPipeline.HttpTrafficHandler) != null) {
                channel.pipeline().addBefore(NettyPipeline.HttpTrafficHandler, NAME, new TurnAwayHandler(policy));
            }
        });
    }
}
