package com.byajbook.paymentflow.ledger.usecase;

import com.byajbook.paymentflow.ledger.domain.AccountName;
import com.byajbook.paymentflow.ledger.domain.Funds;
import com.byajbook.paymentflow.ledger.domain.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the books say about an account, without holding anything still. */
public interface ReadAccounts {

    /** What is on it now; nothing on one that was never used. */
    Mono<Funds> funds(AccountName account);

    /**
     * The sum of what was posted until then, that instant included, debits less credits. What is being booked at the time
     * of asking may be missing for as long as a statement may take.
     */
    Mono<Long> balanceAsOf(AccountName account, Instant until);

    /**
     * A page of what happened on it, newest first.
     *
     * @param before where the page before ended; null for the first
     * @param limit at least 1
     */
    Mono<Page> statement(AccountName account, @Nullable Position before, int limit);

    /**
     * A page.
     *
     * @param next where the next one begins; null on the last
     */
    record Page(List<Line> lines, @Nullable Position next) {}

    /**
     * Between two lines.
     *
     * @param transactionNo of the line before which the next page begins
     * @param balancePaise what was on the account between the two
     */
    record Position(long transactionNo, long balancePaise) {}

    /**
     * One posting.
     *
     * @param amountPaise a debit when positive, a credit when negative
     * @param balancePaise what was on the account after it, debits less credits
     */
    record Line(
            UUID transactionId,
            Purpose purpose,
            UUID subjectId,
            Instant bookedAt,
            long amountPaise,
            long balancePaise) {}
}
