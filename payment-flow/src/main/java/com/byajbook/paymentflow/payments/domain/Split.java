package com.byajbook.paymentflow.payments.domain;

/** What a repayment paid, as it was allocated; together the whole repayment. */
public record Split(long penaltyPaise, long feePaise, long interestPaise, long principalPaise, long excessPaise) {}
