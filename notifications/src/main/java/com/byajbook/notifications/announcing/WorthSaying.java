package com.byajbook.notifications.announcing;

import com.byajbook.notifications.delivery.Announcement;
import com.byajbook.notifications.wording.Notice;
import com.byajbook.notifications.wording.Notice.Kind;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.money.Paise;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which events people hear of, and with which facts. */
final class WorthSaying {

    private WorthSaying() {}

    /** What to say about the event; empty when there is nothing that its person should hear. */
    static Optional<Announcement> about(Message event) {
        if (event instanceof LoanDecided decided) {
            return Optional.of(new Announcement(decided.messageId(), decided.borrowerId(), notice(decided)));
        }
        if (event instanceof PaymentChanged changed) {
            return notice(changed).map(notice -> new Announcement(changed.messageId(), changed.payerId(), notice));
        }
        return Optional.empty();
    }

    private static Notice notice(LoanDecided decided) {
        return switch (decided.outcome()) {
            case OFFERED -> offer(decided);
            case DECLINED -> withReasons(Kind.LOAN_DECLINED, decided);
            case REFERRED -> withReasons(Kind.LOAN_REFERRED, decided);
        };
    }

    private static Notice offer(LoanDecided decided) {
        LoanDecided.Terms terms = decided.terms();
        if (terms == null) {
            throw new IllegalArgumentException("the offer of loan " + decided.loanId() + " has no terms");
        }
        Map<String, String> facts = Map.of(
                "amount", Paise.format(decided.amountPaise()),
                "annualRate", terms.annualRatePct(),
                "apr", terms.aprPct(),
                "emi", Paise.format(terms.emiPaise()),
                "total", Paise.format(terms.totalPayablePaise()));
        return new Notice(Kind.LOAN_OFFERED, facts, decided.tenureMonths(), List.of());
    }

    private static Notice withReasons(Kind kind, LoanDecided decided) {
        return new Notice(
                kind, Map.of("amount", Paise.format(decided.amountPaise())), decided.tenureMonths(), decided.reasons());
    }

    /** A payment under way is not news yet, and an unknown one would only worry: it ends as one of the others. */
    private static Optional<Notice> notice(PaymentChanged changed) {
        String amount = Paise.format(changed.amountPaise());
        return switch (changed.status()) {
            case PENDING, UNKNOWN, REVERSED -> Optional.empty();
            case SUCCEEDED -> {
                String utr = changed.utr();
                yield Optional.of(new Notice(
                        Kind.PAYMENT_SUCCEEDED,
                        utr == null ? Map.of("amount", amount) : Map.of("amount", amount, "utr", utr),
                        0,
                        List.of()));
            }
            case FAILED -> {
                String reason = changed.reason();
                yield Optional.of(new Notice(
                        Kind.PAYMENT_FAILED,
                        Map.of("amount", amount),
                        0,
                        reason == null ? List.of() : List.of(reason)));
            }
        };
    }
}
