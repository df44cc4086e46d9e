package com.byajbook.platform.overload.ingress;

import com.byajbook.platform.problem.ProblemType;
import com.byajbook.platform.web.CorrelationId;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;

/** A rejection as an HTTP/1.1 answer. All values are ours or were checked, so they are not validated once more. */
final class TurnAwayAnswer {

    private static final HttpHeadersFactory HEADERS =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false);
    private static final AsciiString CORRELATION_ID = AsciiString.cached(CorrelationId.HEADER);
    private static final AsciiString RETRY_AFTER_MS = AsciiString.cached("Retry-After-Ms");
    private static final AsciiString NO_STORE = AsciiString.cached("no-store");
    private static final AsciiString PROBLEM_JSON = AsciiString.cached("application/problem+json");
    private static final AsciiString RETRY_AFTER = AsciiString.cached("Retry-After");
    private static final AsciiString CACHE_CONTROL = AsciiString.cached("Cache-Control");
    private static final AsciiString CONTENT_TYPE = AsciiString.cached("Content-Type");
    private static final AsciiString CONTENT_LENGTH = AsciiString.cached("Content-Length");

    private TurnAwayAnswer() {}

    static FullHttpResponse of(HttpRequest request, Rejection rejection, boolean closing) {
        String correlationId = CorrelationId.of(request.headers().get(CorrelationId.HEADER));
        byte[] body = RejectionBody.of(rejection, correlationId);
        HttpHeaders headers = HEADERS.newHeaders()
                .add(CORRELATION_ID, correlationId)
                .add(CONTENT_TYPE, PROBLEM_JSON)
                .add(CACHE_CONTROL, NO_STORE)
                .add(
                        RETRY_AFTER,
                        RejectionBody.retryAfterSeconds(rejection.overload().retryAfter()))
                .add(
                        RETRY_AFTER_MS,
                        Long.toString(rejection.overload().retryAfter().toMillis()))
                .add(CONTENT_LENGTH, Integer.toString(body.length));
        if (closing) {
            headers.add(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                rejection.type() == ProblemType.RATE_LIMITED
                        ? HttpResponseStatus.TOO_MANY_REQUESTS
                        : HttpResponseStatus.SERVICE_UNAVAILABLE,
                Unpooled.wrappedBuffer(body),
                headers,
                EmptyHttpHeaders.INSTANCE);
    }

    /**
     * Whether the connection ends with this answer: the caller wants it, or waits for a word before it sends its body, or
     * has said that it sends more than is worth reading.
     */
    static boolean isLast(HttpRequest request, int maxBody) {
        return !HttpUtil.isKeepAlive(request)
                || request.protocolVersion().equals(HttpVersion.HTTP_1_0)
                || HttpUtil.is100ContinueExpected(request)
                || HttpUtil.getContentLength(request, 0L) > maxBody;
    }
}
