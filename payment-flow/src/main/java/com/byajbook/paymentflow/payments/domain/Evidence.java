package com.byajbook.paymentflow.payments.domain;

/** What we may learn about a payment, and from whom. */
public enum Evidence {
    /** We are about to submit it. */
    SUBMISSION_STARTED,
    /** The submission never left us: the provider cannot have it. */
    SUBMISSION_NOT_SENT,
    /** The provider took it. */
    SUBMISSION_ACCEPTED,
    /** The provider definitely refused it. */
    SUBMISSION_REFUSED,
    /** The submission left us and no usable answer came. */
    SUBMISSION_UNANSWERED,
    /** Asked, the provider says that the outcome is open. */
    INQUIRY_PENDING,
    /** Asked, the provider has never heard of it. */
    INQUIRY_NOT_FOUND,
    /** Asked, the provider says that the money moved, or is deemed to have. */
    INQUIRY_SUCCEEDED,
    /** Asked, the provider says that it failed. */
    INQUIRY_FAILED,
    /** Asked, the provider says that the money moved and came back. */
    INQUIRY_REVERSED,
    /** We asked and got no usable answer. */
    INQUIRY_UNANSWERED,
    /** A signed callback says that the money moved. */
    CALLBACK_SUCCEEDED,
    /** A signed callback says that it failed. */
    CALLBACK_FAILED,
    /** A signed callback says that the money moved and came back. */
    CALLBACK_REVERSED,
    /** We have asked as often as we may. */
    GIVEN_UP,
    /** The provider's figures are not ours: another amount, or a UTR that paid something else. */
    DISPUTED;

    boolean isSuccess() {
        return this == INQUIRY_SUCCEEDED || this == CALLBACK_SUCCEEDED;
    }

    boolean isCheck() {
        return this == INQUIRY_PENDING || this == INQUIRY_NOT_FOUND;
    }
}
