package com.byajbook.platform.web;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.http.server.HttpServer;

/**
 * Asks for the next bytes of a connection whenever an answer is done.
 *
 * <p>Reactor Netty 1.3.7 reads on demand and loses a demand (reactor-netty#4347, #4361): a request that arrives before the
 * answer before it is quite finished is queued, and when it is answered at once nobody reads that connection again; the
 * client's next request hangs until its time-out. An answer from another thread, such as the database's, is enough. Asking
 * twice is harmless. Remove it with a version that has the fix, and see that KeepAliveIT of the api stays green.
 */
final class KeepAliveReads implements NettyServerCustomizer {

    @Override
    public HttpServer apply(HttpServer server) {
        return server.childObserve(KeepAliveReads::observe);
    }

    private static void observe(Connection connection, ConnectionObserver.State state) {
        if (state == ConnectionObserver.State.DISCONNECTING) {
            connection.channel().read();
        }
    }
}
