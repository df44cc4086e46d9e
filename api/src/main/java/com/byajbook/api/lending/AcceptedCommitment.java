package com.byajbook.api.lending;

import java.util.UUID;

/** A commitment as the intake keeps it: its canonical body, read back. */
record AcceptedCommitment(long amountPaise, UUID loanId) {}
