package com.byajbook.platform.problem;

import io.netty.channel.ChannelException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** Turns whatever went wrong with a request into a problem; ahead of Boot's own handler, so that nothing slips past. */
@Order(-2)
public final class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemWriter writer;

    public ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (error instanceof Failure failure) {
            return writer.write(exchange, failure);
        }
        if (isCausedBy(error, DataBufferLimitException.class)) {
            return writer.write(exchange, ProblemType.BODY_TOO_LARGE, "Send a smaller body.");
        }
        if (isCausedBy(error, ChannelException.class)) {
            return writer.write(exchange, ProblemType.BAD_REQUEST, "The request did not arrive in time.");
        }
        if (error instanceof WebExchangeBindException invalid) {
            return writer.write(exchange, ProblemType.INVALID_FIELD, describe(invalid));
        }
        if (error instanceof MissingRequestValueException missing) {
            return writer.write(exchange, ProblemType.INVALID_PARAMETER, missing.getName() + " is missing.");
        }
        if (error instanceof ServerWebInputException input) {
            return writer.write(exchange, ofInput(input), explain(input));
        }
        if (error instanceof ResponseStatusException status) {
            // What a refusal says beside its status: the methods of a 405, the media types of a 415.
            exchange.getResponse().getHeaders().addAll(status.getHeaders());
            return writer.write(exchange, ofStatus(status.getStatusCode().value()), reason(status));
        }
        // Thrown as it came from the connection, not wrapped by a call of ours: nobody is there to be answered.
        if (isGone(error)) {
            return Mono.empty();
        }
        if (isDatabaseAway(error)) {
            // The gate in front of the connections said more than that.
            Failure told = Failure.behind(error).orElse(null);
            if (told != null) {
                return writer.write(exchange, told);
            }
            log.warn("The database did not serve {}: {}", exchange.getRequest().getPath(), error.toString());
            return writer.write(exchange, Failure.unavailable("The database", error));
        }
        return ours(exchange, error);
    }

    /** Under overload these are many, and a stack trace of each would be a load of its own. */
    private static boolean isGone(Throwable error) {
        return error instanceof AbortedException
                || error instanceof IOException && DisconnectedClientHelper.isClientDisconnectedException(error);
    }

    private static boolean isDatabaseAway(Throwable error) {
        return isCausedBy(error, NonTransientDataAccessResourceException.class)
                || isCausedBy(error, TransientDataAccessException.class)
                || isCausedBy(error, TransactionException.class);
    }

    /** A mistake of ours: the caller gets the correlation id and nothing else, the log gets everything. */
    private Mono<Void> ours(ServerWebExchange exchange, Throwable error) {
        log.error(
                "Unexpected failure of {} {} (correlation id {})",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                exchange.getAttribute(ProblemWriter.CORRELATION_ID),
                error);
        return writer.write(
                exchange,
                ProblemType.INTERNAL,
                "Retry with the same Idempotency-Key; quote the correlation id if it stays.");
    }

    private static ProblemType ofInput(ServerWebInputException input) {
        return isCausedBy(input, DecodingException.class) || input.getMethodParameter() == null
                ? ProblemType.MALFORMED_JSON
                : hasBody(input) ? ProblemType.MALFORMED_JSON : ProblemType.INVALID_PARAMETER;
    }

    private static boolean hasBody(ServerWebInputException input) {
        return input.getMethodParameter() != null
                && input.getMethodParameter()
                        .hasParameterAnnotation(org.springframework.web.bind.annotation.RequestBody.class);
    }

    private static String explain(ServerWebInputException input) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(input);
        if (root instanceof JsonComplaint complaint) {
            return complaint.getMessage();
        }
        String reason = input.getReason();
        return reason == null ? "The request could not be read." : reason + ".";
    }

    private static String describe(WebExchangeBindException invalid) {
        var field = invalid.getFieldError();
        if (field == null) {
            return "A field is not valid.";
        }
        return field.getField() + " " + field.getDefaultMessage() + ".";
    }

    private static String reason(ResponseStatusException status) {
        String reason = status.getReason();
        return reason == null ? ofStatus(status.getStatusCode().value()).title() + "." : reason;
    }

    private static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> ProblemType.INVALID_TOKEN;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemType.DEPENDENCY_UNAVAILABLE;
            case 504 -> ProblemType.DEADLINE_PASSED;
            default -> status >= 500 ? ProblemType.INTERNAL : ProblemType.BAD_REQUEST;
        };
    }

    private static boolean isCausedBy(Throwable error, Class<? extends Throwable> type) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
