package com.byajbook.notifications;

import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.AutopayNotice;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.ContactsChanged;
import com.byajbook.platform.message.ContactsChanged.Contact;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.LoanDecided.Outcome;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.PaymentChanged.Status;
import com.byajbook.platform.message.RepaymentSplit;
import com.byajbook.platform.message.TransferChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events that tests send. */
public final class Events {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** The same day in India. */
    public static final LocalDate DISBURSED_ON = LocalDate.of(2026, 11, 22);

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

    /** A change of the loan without a standing. */
    public static LoanChanged loan(
            UUID borrower, UUID loan, int version, LoanChanged.Status status, @Nullable String reason) {
        return loan(borrower, loan, version, NOW, status, null, reason);
    }

    /** A loan that was paid out on the day of {@link #DISBURSED_ON}, as it stood some days later. */
    public static LoanChanged active(UUID borrower, UUID loan, int version, int daysLater, long nextDuePaise) {
        return loan(
                borrower,
                loan,
                version,
                NOW.plus(Duration.ofDays(daysLater)),
                LoanChanged.Status.ACTIVE,
                new LoanChanged.Standing(
                        DISBURSED_ON, 1_50_000_00, 0, LocalDate.of(2026, 12, 22), nextDuePaise, "REGULAR"),
                null);
    }

    private static LoanChanged loan(
            UUID borrower,
            UUID loan,
            int version,
            Instant at,
            LoanChanged.Status status,
            LoanChanged.@Nullable Standing standing,
            @Nullable String reason) {
        return new LoanChanged(
                Ids.v5(loan, "LoanChanged:" + version),
                at,
                loan,
                borrower,
                version,
                status,
                1_50_000_00,
                24,
                "tractor",
                NOW,
                NOW,
                new LoanDecided.Terms("15", "17.07", 7_273_00, 1_74_552_00, "abc"),
                0,
                standing,
                reason);
    }

    public static CommitmentChanged commitment(UUID lender, CommitmentChanged.Status status, @Nullable String reason) {
        UUID commitment = UUID.randomUUID();
        return new CommitmentChanged(
                Ids.v5(commitment, "CommitmentChanged:2"),
                NOW,
                commitment,
                UUID.randomUUID(),
                lender,
                2,
                status,
                5_000_00,
                reason);
    }

    public static TransferChanged transfer(
            UUID user, TransferChanged.Purpose purpose, TransferChanged.Status status, @Nullable String reason) {
        UUID transfer = UUID.randomUUID();
        return new TransferChanged(
                Ids.v5(transfer, "TransferChanged:2"),
                NOW,
                transfer,
                purpose,
                null,
                user,
                2,
                status,
                9_000_00,
                status == TransferChanged.Status.SUCCEEDED ? "412345678902" : null,
                reason);
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

    public static AutopayNotice autopay(UUID borrower, AutopayNotice.Kind kind, boolean byMandate) {
        UUID loan = UUID.randomUUID();
        return new AutopayNotice(
                Ids.v5(loan, "AutopayNotice:1:" + kind),
                NOW,
                loan,
                borrower,
                1,
                kind,
                15_000_01,
                LocalDate.of(2026, 12, 21),
                LocalDate.of(2026, 12, 22),
                byMandate,
                "0A1B2C3D-1");
    }

    public static MandateChanged mandate(UUID payer, MandateChanged.Status status) {
        UUID mandate = UUID.randomUUID();
        return new MandateChanged(
                Ids.v5(mandate, "MandateChanged:2"), NOW, mandate, UUID.randomUUID(), payer, 2, status, null);
    }

    /** The same payment when it is known what it paid. */
    public static PaymentChanged allocated(PaymentChanged paid, RepaymentSplit split) {
        int version = paid.paymentVersion() + 1;
        return new PaymentChanged(
                Ids.v5(paid.paymentId(), "PaymentChanged:" + version),
                paid.occurredAt(),
                paid.paymentId(),
                paid.loanId(),
                paid.payerId(),
                version,
                paid.status(),
                paid.amountPaise(),
                paid.utr(),
                paid.reason(),
                split);
    }

    public static ContactsChanged contacts(Contact... contacts) {
        return new ContactsChanged(UUID.randomUUID(), NOW, List.of(contacts));
    }

    public static Contact contact(UUID user, long version, String phone, String language, String... channels) {
        return new Contact(user, version, language.equals("hi") ? "आशा" : "Asha", phone, language, List.of(channels));
    }
}
