package com.byajbook.platform.messaging;

import com.byajbook.platform.message.ContactsChanged;
import com.byajbook.platform.message.ContactsChanged.Contact;
import com.byajbook.platform.message.InitiatePayment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Valid messages for tests. */
final class Messages {

    private static final Instant NOON = Instant.parse("2026-11-08T12:00:00Z");

    private Messages() {}

    static InitiatePayment payment() {
        UUID id = UUID.randomUUID();
        return new InitiatePayment(id, NOON, id, UUID.randomUUID(), UUID.randomUUID(), 12_345, "UPI");
    }

    static ContactsChanged contacts() {
        Contact asha = new Contact(UUID.randomUUID(), 1, "Asha", "+919000000001", "hi", List.of("WHATSAPP", "SMS"));
        return new ContactsChanged(UUID.randomUUID(), NOON, List.of(asha));
    }

    static List<InitiatePayment> payments(int count) {
        return IntStream.range(0, count).mapToObj(i -> payment()).toList();
    }
}
