package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.http.Check;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a merchant asks for, checked. One merchantTxnId always means the same amount in the same direction. */
record Order(Direction direction, String merchantTxnId, long amountPaise, String callbackUrl) {
    private static final long MAX_PAISE = 10_000_000_00L;

    private static final Pattern MERCHANT_TXN_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern CALLBACK_URL = Pattern.compile("https?://[^\\s/]+\\S{0,500}");
    private static final Pattern PAYEE = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern NOTE = Pattern.compile("\\P{Cntrl}{0,200}");

    /** The body of {@code POST .../v1/collect}. */
    record Collect(
            @Nullable String merchantTxnId,
            @Nullable Long amountPaise,
            @Nullable String note,
            @Nullable String callbackUrl) {

        Order order() {
            return Order.checked(Direction.COLLECT, merchantTxnId, amountPaise, note, callbackUrl);
        }
    }

    /** The body of {@code POST .../v1/pay}. */
    record Pay(
            @Nullable String merchantTxnId,
            @Nullable Long amountPaise,
            @Nullable String payee,
            @Nullable String note,
            @Nullable String callbackUrl) {

        Order order() {
            Check.text("payee", payee, PAYEE, "1 to 100 visible characters");
            return Order.checked(Direction.PAY, merchantTxnId, amountPaise, note, callbackUrl);
        }
    }

    private static Order checked(
            Direction direction,
            @Nullable String merchantTxnId,
            @Nullable Long amountPaise,
            @Nullable String note,
            @Nullable String callbackUrl) {
        Check.text("note", note == null ? "" : note, NOTE, "at most 200 characters");
        return new Order(
                direction,
                merchantTxnId("merchantTxnId", merchantTxnId),
                amount("amountPaise", amountPaise),
                Check.text("callbackUrl", callbackUrl, CALLBACK_URL, "an absolute http(s) URL"));
    }

    static String merchantTxnId(String field, @Nullable String value) {
        return Check.text(field, value, MERCHANT_TXN_ID, "1 to 64 letters, digits, dots, colons, dashes");
    }

    static long amount(String field, @Nullable Long paise) {
        return Check.within(field, paise, 1, MAX_PAISE);
    }

    boolean meansTheSameAs(Order other) {
        return direction == other.direction && amountPaise == other.amountPaise;
    }
}
