package com.byajbook.paymentflow.collections.usecase;

import com.byajbook.paymentflow.collections.domain.Verdict;

/** What became of an event of the provider. */
public record Conclusion(String eventId, Verdict verdict) {}
