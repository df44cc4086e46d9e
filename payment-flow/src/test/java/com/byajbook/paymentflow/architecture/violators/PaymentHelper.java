package com.byajbook.paymentflow.architecture.violators;

/** Has a name that says nothing. */
final class PaymentHelper {}
