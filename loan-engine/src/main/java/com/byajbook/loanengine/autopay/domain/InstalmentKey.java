package com.byajbook.loanengine.autopay.domain;

import java.util.UUID;

/** An instalment of a loan. */
public record InstalmentKey(UUID loanId, int number) {}
