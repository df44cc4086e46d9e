package com.byajbook.api.web;

import com.byajbook.platform.overload.ingress.RequestTurnedAway;
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
    private boolean begun;
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
        begun |= betweenRequests;
        context.fireChannelRead(message);
    }

    /** Nearly every head arrives whole: only for one that did not is a timer worth its while. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (begun && betweenRequests) {
            arm(context);
        }
        context.fireChannelReadComplete();
    }

    /** A request that the ingress answered by itself came with its whole head. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == RequestTurnedAway.EVENT) {
            headArrived();
            requestDone();
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        disarm();
        context.fireChannelInactive();
    }

    void headArrived() {
        betweenRequests = false;
        begun = false;
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
