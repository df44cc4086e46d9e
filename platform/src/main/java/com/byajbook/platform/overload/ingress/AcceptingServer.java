package com.byajbook.platform.overload.ingress;

import io.netty.channel.ChannelOption;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.http.server.HttpServer;

/**
 * Accepts many connections at a time.
 *
 * <p>One of the loops that serve requests also accepts, by default sixteen connections a turn. When turns are long that is
 * less than a hundred a second, so whoever has no connection yet gives up unheard and tries again with another one: a
 * crowd that no refusal ever reaches. A connection that is accepted can at least be told when to come back.
 */
final class AcceptingServer implements NettyServerCustomizer {

    private static final int ACCEPTED_A_TURN = 256;

    /** What waits in the kernel; Linux allows as many by default. */
    private static final int BACKLOG = 4_096;

    @Override
    public HttpServer apply(HttpServer server) {
        return server.option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new ServerChannelRecvByteBufAllocator().maxMessagesPerRead(ACCEPTED_A_TURN));
    }
}
