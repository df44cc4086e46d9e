package com.byajbook.notifications.announcing;

import com.byajbook.notifications.wording.Notice;
import com.byajbook.notifications.wording.Notice.Kind;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.money.Paise;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What borrowers hear of their loans, and with which facts. */
final class AboutLoans {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    /**
     * For so long after its disbursal a loan may become news as ACTIVE. Less than the 30 days for which it is remembered
     * that something was said ({@code delivery.retention}), so that a later change of what is owed never says it again.
     */
    private static final int NEWS_DAYS = 20;

    private AboutLoans() {}

    static Notice notice(LoanDecided decided) {
        return switch (decided.outcome()) {
            case OFFERED -> offer(decided);
            case DECLINED -> withReasons(Kind.LOAN_DECLINED, decided);
            case REFERRED -> withReasons(Kind.LOAN_REFERRED, decided);
        };
    }

    /** Money that lenders gave and the platform moves is news once it is on its way; a loss is told by people. */
    static Optional<Notice> notice(LoanChanged changed) {
        return switch (changed.status()) {
            case OFFERED, FUNDED, DISBURSING, WRITTEN_OFF -> Optional.empty();
            case LISTED -> Optional.of(plain(Kind.LOAN_LISTED, changed));
            case ACTIVE -> paidOut(changed);
            case CLOSED -> Optional.of(plain(Kind.LOAN_CLOSED, changed));
            case EXPIRED -> Optional.of(plain(Kind.LOAN_EXPIRED, changed));
            case CANCELLED -> Optional.of(plain(Kind.LOAN_CANCELLED, changed));
        };
    }

    /**
     * What makes it happen once: that the loan reached this state, and not the event, for the same state is told again
     * whenever what is owed has changed.
     */
    static UUID occasion(LoanChanged changed) {
        return Ids.v5(changed.loanId(), "reached:" + changed.status().name());
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

    private static Notice plain(Kind kind, LoanChanged changed) {
        String reason = changed.reason();
        return new Notice(
                kind,
                Map.of("amount", Paise.format(changed.amountPaise())),
                0,
                reason == null ? List.of() : List.of(reason));
    }

    private static Optional<Notice> paidOut(LoanChanged changed) {
        LoanChanged.Standing standing = changed.standing();
        if (standing == null || standing.nextDueOn() == null || isOldNews(standing, changed)) {
            return Optional.empty();
        }
        Map<String, String> facts = Map.of(
                "amount", Paise.format(changed.amountPaise()),
                "due", Paise.format(standing.nextDuePaise()),
                "dueOn", DAY.format(standing.nextDueOn()));
        return Optional.of(new Notice(Kind.LOAN_ACTIVE, facts, 0, List.of()));
    }

    private static boolean isOldNews(LoanChanged.Standing standing, LoanChanged changed) {
        LocalDate today = LocalDate.ofInstant(changed.occurredAt(), INDIA);
        return today.isAfter(standing.disbursedOn().plusDays(NEWS_DAYS));
    }
}
