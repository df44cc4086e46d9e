package com.byajbook.loanengine.servicing.domain;

/** What an instalment is made of, as it is owed. */
public enum Component {
    /** A charge for paying late; never interest, and never added to the principal. */
    PENALTY,
    FEE,
    INTEREST,
    PRINCIPAL
}
