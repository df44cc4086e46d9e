package com.byajbook.notifications;

import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.ContactsChanged;
import com.byajbook.platform.message.ContactsChanged.Contact;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.LoanDecided.Outcome;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.PaymentChanged.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events that tests send. */
public final class Events {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Events() {}

    public static LoanDecided offered(UUID borrower) {
        return decided(
                borrower,
                Outcome.OFFERED,
                List.of(),
                new LoanDecided.Terms("15", "17.07", 7_273_00, 1_74_552_00, "abc"));
    }

    public static LoanDecided declined(UUID borrower, String... reasons) {
        return decided(borrower, Outcome.DECLINED, List.of(reasons), null);
    }

    public static LoanDecided referred(UUID borrower, String... reasons) {
        return decided(borrower, Outcome.REFERRED, List.of(reasons), null);
    }

    private static LoanDecided decided(
            UUID borrower, Outcome outcome, List<String> reasons, LoanDecided.@Nullable Terms terms) {
        UUID loan = UUID.randomUUID();
        return new LoanDecided(
                Ids.v5(loan, "LoanDecided:1"),
                NOW,
                loan,
                borrower,
                1,
                outcome,
                reasons,
                1_50_000_00,
                24,
                "tractor",
                NOW,
                terms);
    }

    public static PaymentChanged payment(UUID payer, Status status, @Nullable String utr, @Nullable String reason) {
        UUID payment = UUID.randomUUID();
        return new PaymentChanged(
                Ids.v5(payment, "PaymentChanged:2"),
                NOW,
                payment,
                UUID.randomUUID(),
                payer,
                2,
                status,
                7_273_00,
                utr,
                reason,
                null);
    }

    public static ContactsChanged contacts(Contact... contacts) {
        return new ContactsChanged(UUID.randomUUID(), NOW, List.of(contacts));
    }

    public static Contact contact(UUID user, long version, String phone, String language, String... channels) {
        return new Contact(user, version, language.equals("hi") ? "आशा" : "Asha", phone, language, List.of(channels));
    }
}
