package com.byajbook.paymentflow.escrow.usecase;

import com.byajbook.paymentflow.ledger.usecase.BookEntries;
import com.byajbook.paymentflow.ledger.usecase.Booking;
import com.byajbook.paymentflow.ledger.usecase.Entry;
import com.byajbook.paymentflow.payments.usecase.NoteSplits;
import com.byajbook.paymentflow.payments.usecase.SendMoney;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.RepaymentSplit;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Does what the loan engine asks of the escrow accounts: hold, release, disburse, return, distribute, take back. A batch is one
 * transaction: its entries in the books, the payouts that follow, and the replies.
 */
public final class ServeLoans {

    /** The queue, and the name in the inbox. */
    public static final String CONSUMER = "payment-flow.funds";

    private final CommitOnce transaction;
    private final BookEntries ledger;
    private final SendMoney sending;
    private final NoteSplits splits;
    private final Clock clock;

    public ServeLoans(CommitOnce transaction, BookEntries ledger, SendMoney sending, NoteSplits splits, Clock clock) {
        this.transaction = transaction;
        this.ledger = ledger;
        this.sending = sending;
        this.splits = splits;
        this.clock = clock;
    }

    /** Completes when each command of the batch is done and answered, by this call or an earlier one. */
    public Mono<Void> serve(List<Message> commands) {
        return transaction.commit(CONSUMER, commands, this::serveNew).then(Mono.fromRunnable(sending::ring));
    }

    /** Payments are locked before accounts here as everywhere, so that nobody waits in a ring. */
    private Mono<List<Message>> serveNew(List<Message> commands) {
        Set<UUID> repayments = commands.stream()
                .flatMap(command -> Errands.repayment(command).stream())
                .collect(Collectors.toSet());
        return splits.neverSharedOut(repayments)
                .flatMap(gone -> serveEach(commands.stream()
                        .filter(command -> Errands.repayment(command)
                                .filter(gone::contains)
                                .isEmpty())
                        .toList()));
    }

    private Mono<List<Message>> serveEach(List<Message> commands) {
        Instant now = clock.instant();
        List<Errand> errands =
                commands.stream().map(command -> Errands.of(command, now)).toList();
        Map<UUID, RepaymentSplit> paid = new LinkedHashMap<>();
        errands.forEach(errand -> paid.putAll(errand.splits()));
        return splits.note(paid).flatMap(noted -> book(errands).map(told -> joined(noted, told)));
    }

    private Mono<List<Message>> book(List<Errand> errands) {
        List<Entry> entries =
                errands.stream().flatMap(errand -> errand.entries().stream()).toList();
        return ledger.book(entries)
                .map(bookings -> consequences(errands, bookings))
                .flatMap(this::conclude);
    }

    private Mono<List<Message>> conclude(Errand.Consequence all) {
        return sending.send(all.payouts()).map(sent -> joined(all.replies(), sent));
    }

    private static Errand.Consequence consequences(List<Errand> errands, List<Booking> bookings) {
        Errand.Consequence all = new Errand.Consequence(new ArrayList<>(), new ArrayList<>());
        int from = 0;
        for (Errand errand : errands) {
            int to = from + errand.entries().size();
            Errand.Consequence next = errand.then().apply(bookings.subList(from, to));
            all.payouts().addAll(next.payouts());
            all.replies().addAll(next.replies());
            from = to;
        }
        return all;
    }

    private static List<Message> joined(List<Message> some, List<Message> others) {
        List<Message> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }
}
