package com.byajbook.platform.overload.ingress;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what has no chance before anything is made of it: between the HTTP/1.1 codec and Reactor Netty.
 *
 * <p>An exchange, its observation and a chain of filters cost several times what a refusal may. Only answers that are due
 * now are given here: a request behind one that is still being answered goes on, and so does everything that may get
 * through; the filter asks the same policy again. Used on its channel's event loop only.
 */
final class TurnAwayHandler extends ChannelDuplexHandler {

    /** The body of a refused request is read and thrown away up to this size and time; what is more costs the connection. */
    private static final int MAX_DRAINED = 256 * 1024;

    private static final long DRAIN_MILLIS = 2_000;

    private final IngressPolicy policy;

    /** Requests that went on and are not answered. */
    private int open;

    private boolean informational;
    private boolean answered;
    private boolean draining;
    private boolean closing;
    private long drained;
    private @Nullable Future<?> drainEnd;

    TurnAwayHandler(IngressPolicy policy) {
        this.policy = policy;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing && !draining) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            receive(context, request);
        } else if (draining && message instanceof HttpContent content) {
            drain(context, content);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void receive(ChannelHandlerContext context, HttpRequest request) {
        Rejection rejection = open == 0 && isOrdinary(request) ? rejectionOf(request) : null;
        if (rejection == null) {
            open++;
            context.fireChannelRead(request);
            return;
        }
        closing = TurnAwayAnswer.isLast(request, MAX_DRAINED);
        draining = true;
        drained = 0;
        answered = true;
        ChannelFuture unused = context.write(TurnAwayAnswer.of(request, rejection, closing));
        if (request instanceof LastHttpContent last) {
            drain(context, last);
        }
    }

    /** What cannot be read, asks for another protocol or is a tunnel is somebody else's business. */
    private static boolean isOrdinary(HttpRequest request) {
        return request.decoderResult().isSuccess() && !request.headers().contains(HttpHeaderNames.UPGRADE);
    }

    private @Nullable Rejection rejectionOf(HttpRequest request) {
        RequestHead head = new NettyHead(request);
        return policy.turnAway(head, policy.classify(head), policy.deadline(head));
    }

    private void drain(ChannelHandlerContext context, HttpContent content) {
        drained += content.content().readableBytes();
        boolean last = content instanceof LastHttpContent;
        content.release();
        if (last || drained > MAX_DRAINED) {
            drained(context, !last);
        }
    }

    private void drained(ChannelHandlerContext context, boolean tooMuch) {
        draining = false;
        closing |= tooMuch;
        if (drainEnd != null) {
            drainEnd.cancel(false);
            drainEnd = null;
        }
        context.pipeline().fireUserEventTriggered(RequestTurnedAway.EVENT);
        if (closing) {
            close(context);
        }
    }

    /** Reactor Netty reads on demand, and demands nothing for a request that it never saw. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (answered) {
            answered = false;
            context.flush();
            if (draining && drainEnd == null) {
                drainEnd =
                        context.executor().schedule(() -> drained(context, true), DRAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        if (open == 0) {
            context.read();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (drainEnd != null) {
            drainEnd.cancel(false);
        }
        context.fireChannelInactive();
    }

    /** Keeps count of the answers that others give. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            informational = isInformational(response);
        }
        if (message instanceof LastHttpContent && !informational && open > 0) {
            open--;
        }
        ChannelFuture unused = context.write(message, promise);
    }

    private static boolean isInformational(HttpResponse response) {
        return response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }

    /** After everything that was written. */
    private static void close(ChannelHandlerContext context) {
        context.flush();
        ChannelFuture unused = context.close();
    }

    private record NettyHead(HttpRequest request) implements RequestHead {

        @Override
        public String method() {
            return request.method().name();
        }

        @Override
        public String target() {
            return request.uri();
        }

        @Override
        public @Nullable String header(String name) {
            return request.headers().get(name);
        }
    }
}
