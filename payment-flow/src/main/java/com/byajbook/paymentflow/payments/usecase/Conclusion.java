package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Verdict;

/** What became of an event of the provider. */
public record Conclusion(String eventId, Verdict verdict) {}
