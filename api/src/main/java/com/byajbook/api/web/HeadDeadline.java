package com.byajbook.api.web;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request does not get to the end of its headers in time.
 *
 * <p>An idle time-out does not do: a byte now and then keeps it quiet for ever, and a few thousand such clients hold every
 * connection there is. Used on its channel's event loop only.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    private final Duration limit;
    private boolean betweenRequests = true;
    private boolean retired;
    private @Nullable Future<?> pending;

    HeadDeadline(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        arm(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (betweenRequests) {
            arm(context);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        disarm();
        context.fireChannelInactive();
    }

    void headArrived() {
        betweenRequests = false;
        disarm();
    }

    void requestDone() {
        betweenRequests = true;
    }

    /** The connection speaks HTTP/2 now; its frames are bounded elsewhere. */
    void retire() {
        retired = true;
        disarm();
    }

    private void arm(ChannelHandlerContext context) {
        if (pending == null && !retired) {
            pending = context.executor().schedule(() -> close(context), limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void close(ChannelHandlerContext context) {
        ChannelFuture unused = context.close();
    }

    private void disarm() {
        if (pending != null) {
            pending.cancel(false);
            pending = null;
        }
    }
}
