package com.byajbook.localstack.sandbox.gateway;

import java.time.Instant;

/** A message that reached a person; {@code repeats} counts the calls that came again with its id and delivered nothing. */
record InboxMessage(String messageId, String channel, String to, String text, Instant receivedAt, int repeats) {

    InboxMessage repeated() {
        return new InboxMessage(messageId, channel, to, text, receivedAt, repeats + 1);
    }

    boolean isFor(String digits) {
        return digits(to).endsWith(digits);
    }

    static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }
}
