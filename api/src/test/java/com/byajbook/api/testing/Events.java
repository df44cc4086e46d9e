package com.byajbook.api.testing;

import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.RepaymentSplit;
import com.byajbook.platform.message.TransferChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the other services would say. */
public final class Events {

    /** Of every offer here. */
    public static final String KFS_HASH = "ab".repeat(32);

    private static final LoanDecided.Terms TERMS = new LoanDecided.Terms("15.00", "17.07", 96_973, 2_327_413, KFS_HASH);

    private Events() {}

    public static LoanDecided offered(Client borrower, UUID loan, int version) {
        return new LoanDecided(
                Ids.v5(loan, "LoanDecided:" + version),
                now(),
                loan,
                borrower.user(),
                version,
                LoanDecided.Outcome.OFFERED,
                List.of(),
                2_000_000,
                24,
                "Sewing machine",
                now(),
                TERMS);
    }

    /** A change before money was paid out, or one that ended it so. */
    public static LoanChanged changed(Client borrower, UUID loan, int version, LoanChanged.Status status) {
        return changed(borrower, loan, version, status, null);
    }

    /** Paid out, with nothing repaid yet. */
    public static LoanChanged active(Client borrower, UUID loan, int version) {
        return changed(
                borrower,
                loan,
                version,
                LoanChanged.Status.ACTIVE,
                new LoanChanged.Standing(
                        LocalDate.of(2026, 11, 23), 2_000_000, 0, LocalDate.of(2026, 12, 23), 96_973, "REGULAR"));
    }

    private static LoanChanged changed(
            Client borrower,
            UUID loan,
            int version,
            LoanChanged.Status status,
            LoanChanged.@Nullable Standing standing) {
        return new LoanChanged(
                Ids.v5(loan, "LoanChanged:" + version),
                now(),
                loan,
                borrower.user(),
                version,
                status,
                2_000_000,
                24,
                "Sewing machine",
                now(),
                now(),
                TERMS,
                standing == null ? 0 : 2_000_000,
                standing,
                status == LoanChanged.Status.EXPIRED ? "NOT_FUNDED_IN_TIME" : null);
    }

    public static CommitmentChanged commitment(
            Client lender, UUID commitment, UUID loan, int version, CommitmentChanged.Status status) {
        return new CommitmentChanged(
                Ids.v5(commitment, "CommitmentChanged:" + version),
                now(),
                commitment,
                loan,
                lender.user(),
                version,
                status,
                500_000,
                status == CommitmentChanged.Status.REFUSED ? "LISTING_FULL" : null);
    }

    public static TransferChanged transfer(
            Client user, UUID transfer, TransferChanged.Purpose purpose, @Nullable UUID loan, int version) {
        return new TransferChanged(
                Ids.v5(transfer, "TransferChanged:" + version),
                now(),
                transfer,
                purpose,
                loan,
                user.user(),
                version,
                TransferChanged.Status.SUCCEEDED,
                5_000_000,
                "UTR777",
                null);
    }

    /** A repayment that was allocated. */
    public static PaymentChanged allocated(Client payer, UUID payment, UUID loan, int version) {
        return payment(
                payer,
                payment,
                loan,
                version,
                PaymentChanged.Status.SUCCEEDED,
                new RepaymentSplit(0, 0, 25_000, 71_973, 0));
    }

    /** A repayment that the bank took back. */
    public static PaymentChanged reversed(Client payer, UUID payment, UUID loan, int version) {
        return payment(payer, payment, loan, version, PaymentChanged.Status.REVERSED, null);
    }

    public static LoanDecided declined(Client borrower, UUID loan, int version) {
        return new LoanDecided(
                Ids.v5(loan, "LoanDecided:" + version),
                now(),
                loan,
                borrower.user(),
                version,
                LoanDecided.Outcome.DECLINED,
                List.of("SCORE_BELOW_CUT_OFF"),
                2_000_000,
                24,
                "Sewing machine",
                now(),
                null);
    }

    public static PaymentChanged succeeded(Client payer, UUID payment, UUID loan, int version) {
        return payment(payer, payment, loan, version, PaymentChanged.Status.SUCCEEDED, null);
    }

    private static PaymentChanged payment(
            Client payer,
            UUID payment,
            UUID loan,
            int version,
            PaymentChanged.Status status,
            @Nullable RepaymentSplit split) {
        return new PaymentChanged(
                Ids.v5(payment, "PaymentChanged:" + version),
                now(),
                payment,
                loan,
                payer.user(),
                version,
                status,
                96_973,
                "UTR123",
                null,
                split);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
