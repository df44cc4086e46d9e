package com.byajbook.loanengine.marketplace.domain;

import java.util.UUID;

/** A lender and a borrower. */
public record Pair(UUID lenderId, UUID borrowerId) {}
