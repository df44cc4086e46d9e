package com.byajbook.paymentflow.ledger.usecase;

import com.byajbook.paymentflow.ledger.domain.LedgerCommand;
import com.byajbook.paymentflow.ledger.domain.LedgerOutcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Books what the {@link Journal} made, inside the current transaction. As with {@link KeepLedger}, a transaction asks once, and
 * as late as it can.
 */
public final class BookEntries {

    private final KeepLedger ledger;

    public BookEntries(KeepLedger ledger) {
        this.ledger = ledger;
    }

    /** Books them in their order. @return one answer for each, in their order */
    public Mono<List<Booking>> book(List<Entry> entries) {
        List<LedgerCommand> commands =
                entries.stream().flatMap(entry -> entry.commands().stream()).toList();
        return ledger.apply(commands).flatMap(outcomes -> settle(entries, outcomes));
    }

    /**
     * Books what must not be refused.
     *
     * @return an error when one of them is: then our state and the books disagree, and nothing of it is kept
     */
    public Mono<Void> bookAll(List<Entry> entries) {
        return book(entries)
                .flatMap(bookings -> bookings.stream()
                        .map(Booking::refusal)
                        .filter(refusal -> refusal != null)
                        .findFirst()
                        .map(refusal -> Mono.<Void>error(
                                () -> new IllegalStateException("the books refuse what happened: " + refusal)))
                        .orElseGet(Mono::empty));
    }

    /** Few ever need their other way, so it costs a second round only then. */
    private Mono<List<Booking>> settle(List<Entry> entries, List<LedgerOutcome> outcomes) {
        List<Booking> bookings = new ArrayList<>();
        List<LedgerCommand> otherwise = new ArrayList<>();
        Iterator<LedgerOutcome> outcome = outcomes.iterator();
        for (Entry entry : entries) {
            Booking booking = Booking.DONE;
            for (int i = 0; i < entry.commands().size(); i++) {
                Booking next = booking(outcome.next());
                booking = booking.done() ? next : booking;
            }
            if (!booking.done() && entry.otherwise() != null && isShort(booking)) {
                otherwise.add(entry.otherwise());
                booking = Booking.DONE;
            }
            bookings.add(booking);
        }
        return ledger.apply(otherwise).map(done -> bookings);
    }

    private static boolean isShort(Booking booking) {
        return LedgerOutcome.Reason.INSUFFICIENT_FUNDS.name().equals(booking.refusal());
    }

    private static Booking booking(LedgerOutcome outcome) {
        return outcome.fold(
                done -> Booking.DONE,
                refused -> new Booking(false, refused.reason().name()));
    }
}
