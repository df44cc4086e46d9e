package com.byajbook.platform.overload.ingress;

import io.netty.channel.ChannelOption;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * Accepts connections on a loop of their own, many at a time.
 *
 * <p>By default one of the loops that serve requests also accepts, sixteen connections a turn. When turns are long that is
 * less than a hundred a second, so whoever has no connection yet gives up unheard and tries again with another one: a
 * crowd that no refusal ever reaches. A connection that is accepted can at least be told when to come back.
 */
final class AcceptingServer implements NettyServerCustomizer, DisposableBean {

    private static final int ACCEPTING = 1;
    private static final int FEWEST_SERVING = 2;
    private static final int ACCEPTED_A_TURN = 256;

    /** What waits in the kernel; Linux allows as many by default. */
    private static final int BACKLOG = 4_096;

    private final LoopResources loops = LoopResources.create(
            "byajbook-http",
            ACCEPTING,
            Math.max(FEWEST_SERVING, Runtime.getRuntime().availableProcessors()),
            true);

    @Override
    public HttpServer apply(HttpServer server) {
        return server.runOn(loops)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new ServerChannelRecvByteBufAllocator().maxMessagesPerRead(ACCEPTED_A_TURN));
    }

    @Override
    public void destroy() {
        loops.dispose();
    }
}
