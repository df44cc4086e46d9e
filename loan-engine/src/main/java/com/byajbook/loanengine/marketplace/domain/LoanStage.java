package com.byajbook.loanengine.marketplace.domain;

/** Where a loan is as far as its funding is concerned; named as the loan's states are. */
public enum LoanStage {
    OFFERED,
    LISTED,
    FUNDED,
    DISBURSING,
    ACTIVE,
    CLOSED,
    WRITTEN_OFF,
    EXPIRED,
    CANCELLED
}
