package com.byajbook.paymentflow.settlement.usecase;

/**
 * What is known of a file once it was read to its very end.
 *
 * @param sha256 of its bytes, in hexadecimal
 */
public record FileSeal(int lines, long bytes, String sha256) {}
