package com.byajbook.platform.problem;

import java.net.URI;

/**
 * Every problem that the platform tells a caller of, with its stable code and its HTTP status.
 *
 * <p>Codes are part of the public contract: they are never renamed. Each is described in {@code docs/reference/errors.md}.
 */
public enum ProblemType {
    MALFORMED_JSON("malformed-json", 400, "The body is not the JSON that this call takes"),
    INVALID_FIELD("invalid-field", 400, "A field has a value that it may not have"),
    INVALID_PARAMETER("invalid-parameter", 400, "A path, query or header value is not valid"),
    INVALID_CURSOR("invalid-cursor", 400, "The cursor is not one that this service gave out"),
    MISSING_IDEMPOTENCY_KEY("missing-idempotency-key", 400, "The Idempotency-Key header is missing"),
    INVALID_IDEMPOTENCY_KEY(
            "invalid-idempotency-key", 400, "The Idempotency-Key is not 1 to 255 visible ASCII characters"),
    BAD_REQUEST("bad-request", 400, "The request cannot be read"),
    MISSING_TOKEN("missing-token", 401, "The request carries no access token"),
    INVALID_TOKEN("invalid-token", 401, "The access token is not one that this service accepts"),
    EXPIRED_TOKEN("expired-token", 401, "The access token has expired"),
    INVALID_SIGNATURE("invalid-signature", 401, "The signature does not fit the body, or is too old"),
    FORBIDDEN("forbidden", 403, "This caller may not do this"),
    NOT_FOUND("not-found", 404, "There is no such thing, or it is not yours"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not take this method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "This address cannot answer in a media type that the request accepts"),
    STALE_VERSION("stale-version", 409, "The thing has changed since it was read"),
    NOT_READY("not-ready", 409, "The thing is not that far yet"),
    BODY_TOO_LARGE("body-too-large", 413, "The body is larger than this service reads"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This call takes another media type"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The Idempotency-Key was used before with another body"),
    LIMIT_OUT_OF_BOUNDS("limit-out-of-bounds", 422, "The limit may not have this value"),
    ACTION_NOT_ALLOWED("action-not-allowed", 422, "This action does not settle this difference"),
    LOAN_NOT_PAYABLE("loan-not-payable", 422, "The loan takes no payment in its present state"),
    OFFER_NOT_ACCEPTABLE(
            "offer-not-acceptable", 422, "The loan has no offer that can be accepted in its present state"),
    KFS_HASH_MISMATCH("kfs-hash-mismatch", 422, "The hash is not that of the loan's key fact statement"),
    LOAN_NOT_CANCELLABLE("loan-not-cancellable", 422, "The loan cannot be cancelled in its present state"),
    RATE_LIMITED("rate-limited", 429, "This caller sends more than its share"),
    OVERLOADED("overloaded", 503, "The service has more work than it can finish in time"),
    OUTCOME_UNKNOWN("outcome-unknown", 503, "It is not known whether the request was accepted"),
    DEPENDENCY_UNAVAILABLE("dependency-unavailable", 503, "Something this call needs is not available"),
    DEADLINE_PASSED("deadline-passed", 504, "The request could not be finished in the time it had"),
    INTERNAL("internal", 500, "The service made a mistake");

    private final String code;
    private final int status;
    private final String title;

    ProblemType(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** The stable, machine-readable name. */
    public String code() {
        return code;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** One sentence for people, the same for each occurrence. */
    public String title() {
        return title;
    }

    /** The {@code type} member of RFC 9457. */
    public URI uri() {
        return URI.create("urn:byajbook:problem:" + code);
    }
}
