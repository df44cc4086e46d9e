package com.byajbook.notifications.announcing;

import com.byajbook.notifications.wording.Notice;
import com.byajbook.notifications.wording.Notice.Kind;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.TransferChanged;
import com.byajbook.platform.money.Paise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people hear of money that they paid, promised or get, and with which facts. */
final class AboutMoney {

    private AboutMoney() {}

    /** A payment under way is not news yet, and an unknown one would only worry: it ends as one of the others. */
    static Optional<Notice> notice(PaymentChanged changed) {
        return switch (changed.status()) {
            case PENDING, UNKNOWN, REVERSED -> Optional.empty();
            case SUCCEEDED -> Optional.of(moved(Kind.PAYMENT_SUCCEEDED, changed.amountPaise(), changed.utr()));
            case FAILED -> Optional.of(because(Kind.PAYMENT_FAILED, changed.amountPaise(), changed.reason()));
        };
    }

    /**
     * What makes it happen once: that the payment reached this state, and not the event, for a payment that succeeded is
     * told of again when it is known what it paid.
     */
    static UUID occasion(PaymentChanged changed) {
        return Ids.v5(changed.paymentId(), "reached:" + changed.status().name());
    }

    /** A promise that is kept waiting is what the lender has just done itself. */
    static Optional<Notice> notice(CommitmentChanged changed) {
        return switch (changed.status()) {
            case PENDING, HELD -> Optional.empty();
            case REFUSED -> Optional.of(because(Kind.COMMITMENT_REFUSED, changed.amountPaise(), changed.reason()));
            case INVESTED -> Optional.of(because(Kind.COMMITMENT_INVESTED, changed.amountPaise(), null));
            case RELEASED -> Optional.of(because(Kind.COMMITMENT_RELEASED, changed.amountPaise(), changed.reason()));
        };
    }

    /** Of what we pay out only the success is news: a failure is ours to mend. */
    static Optional<Notice> notice(TransferChanged changed) {
        return switch (changed.status()) {
            case PENDING, UNKNOWN, REVERSED -> Optional.empty();
            case SUCCEEDED -> arrival(changed.purpose()).map(kind -> moved(kind, changed.amountPaise(), changed.utr()));
            case FAILED ->
                changed.purpose() == TransferChanged.Purpose.DEPOSIT
                        ? Optional.of(because(Kind.DEPOSIT_FAILED, changed.amountPaise(), changed.reason()))
                        : Optional.empty();
        };
    }

    /** Of a disbursal the borrower hears as of a loan that is ACTIVE, with the first due date. */
    private static Optional<Kind> arrival(TransferChanged.Purpose purpose) {
        return switch (purpose) {
            case DEPOSIT -> Optional.of(Kind.DEPOSIT_SUCCEEDED);
            case DISBURSAL -> Optional.empty();
            case PAYOUT -> Optional.of(Kind.PAYOUT_SUCCEEDED);
            case WITHDRAWAL -> Optional.of(Kind.WITHDRAWAL_SUCCEEDED);
            case REFUND -> Optional.of(Kind.REFUND_SUCCEEDED);
        };
    }

    private static Notice moved(Kind kind, long paise, @Nullable String utr) {
        String amount = Paise.format(paise);
        return new Notice(
                kind, utr == null ? Map.of("amount", amount) : Map.of("amount", amount, "utr", utr), 0, List.of());
    }

    private static Notice because(Kind kind, long paise, @Nullable String reason) {
        return new Notice(kind, Map.of("amount", Paise.format(paise)), 0, reason == null ? List.of() : List.of(reason));
    }
}
