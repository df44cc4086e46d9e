package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.platform.message.LoanChanged.Standing;
import com.byajbook.platform.message.Message;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Tells the world how loans stand. Only inside a transaction. */
@FunctionalInterface
public interface AnnounceStanding {

    /**
     * The messages to be sent, once what they tell is noted with the loan.
     *
     * @param changed each loan at most once
     */
    Mono<List<Message>> announce(List<Changed> changed);

    /** A loan of which something changed. */
    record Changed(UUID loanId, Standing standing, Status status) {}

    /** Where its service is; {@link #CLOSED} also when the borrower left in the cooling-off days. */
    enum Status {
        ACTIVE,
        CLOSED,
        WRITTEN_OFF
    }
}
