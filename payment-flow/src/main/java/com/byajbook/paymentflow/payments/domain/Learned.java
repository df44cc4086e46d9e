package com.byajbook.paymentflow.payments.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a finding made of a payment.
 *
 * @param payment as it is now; the same as before unless the verdict lets it change
 * @param discrepancy what somebody must look into, if anything
 */
public record Learned(
        Payment payment, Verdict verdict, @Nullable Discrepancy discrepancy) {}
