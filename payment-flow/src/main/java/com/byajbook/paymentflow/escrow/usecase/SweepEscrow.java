package com.byajbook.paymentflow.escrow.usecase;

import com.byajbook.paymentflow.escrow.domain.BankCalendar;
import com.byajbook.paymentflow.ledger.usecase.BookEntries;
import com.byajbook.paymentflow.ledger.usecase.Booking;
import com.byajbook.paymentflow.ledger.usecase.Entry;
import com.byajbook.paymentflow.ledger.usecase.Escrow;
import com.byajbook.paymentflow.ledger.usecase.FindIdleMoney;
import com.byajbook.paymentflow.ledger.usecase.FindIdleMoney.Idle;
import com.byajbook.paymentflow.ledger.usecase.FindIdleMoney.Place;
import com.byajbook.paymentflow.ledger.usecase.Journal;
import com.byajbook.paymentflow.payments.usecase.SendMoney;
import com.byajbook.paymentflow.payments.usecase.SendMoney.Kind;
import com.byajbook.paymentflow.payments.usecase.SendMoney.Payout;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends on their way what may not lie in escrow any longer: lenders' proceeds and idle deposits to the lenders, fees to the
 * platform. Asking again for the same moment sends nothing twice: an entry's id is made of it.
 */
public final class SweepEscrow {

    private final FindIdleMoney money;
    private final BookEntries ledger;
    private final SendMoney sending;
    private final CommitTogether transaction;
    private final BankCalendar calendar;
    private final Clock clock;
    private final int batch;

    /** At most {@code batch} payouts in one transaction. */
    public SweepEscrow(
            FindIdleMoney money,
            BookEntries ledger,
            SendMoney sending,
            CommitTogether transaction,
            BankCalendar calendar,
            Clock clock,
            int batch) {
        this.money = money;
        this.ledger = ledger;
        this.sending = sending;
        this.transaction = transaction;
        this.calendar = calendar;
        this.clock = clock;
        this.batch = batch;
    }

    /** Sweeps all that has to leave by now, batch by batch. @return how many payouts were taken on */
    public Mono<Integer> sweep() {
        return Mono.fromSupplier(() -> calendar.leavesIfBefore(clock.instant()))
                .flatMap(before -> lenders(before).flatMap(sent -> fees(before).thenReturn(sent)));
    }

    private Mono<Integer> lenders(Instant before) {
        return part(before, 0)
                .expand(part -> part.isEmpty() ? Mono.empty() : part(before, last(part)))
                .concatMap(part -> part.isEmpty() ? Mono.just(0) : send(part, before))
                .reduce(0, Integer::sum);
    }

    private Mono<List<Idle>> part(Instant before, long afterAccount) {
        return money.idle(before, afterAccount, batch).collectList();
    }

    private static long last(List<Idle> part) {
        return part.get(part.size() - 1).account();
    }

    private Mono<Integer> send(List<Idle> part, Instant before) {
        return transaction
                .commit(Mono.defer(() -> ledger.book(
                                part.stream().map(idle -> entry(idle, before)).toList())
                        .flatMap(bookings -> sending.send(payouts(part, bookings, before)))))
                .doOnNext(announced -> sending.ring())
                .map(List::size);
    }

    /** What was used meanwhile is refused, and stays for the next time. */
    private static List<Payout> payouts(List<Idle> part, List<Booking> bookings, Instant before) {
        return IntStream.range(0, part.size())
                .filter(i -> bookings.get(i).done())
                .mapToObj(i -> payout(part.get(i), before))
                .toList();
    }

    private static Payout payout(Idle idle, Instant before) {
        Kind kind = idle.place() == Place.WALLET ? Kind.WITHDRAWAL : Kind.PAYOUT;
        return new Payout(id(idle, before), kind, null, idle.lenderId(), idle.paise(), null);
    }

    private static Entry entry(Idle idle, Instant before) {
        return idle.place() == Place.WALLET
                ? Journal.withdrawing(id(idle, before), idle.lenderId(), idle.paise())
                : Journal.payingOut(id(idle, before), idle.lenderId(), idle.paise());
    }

    private static UUID id(Idle idle, Instant before) {
        return Ids.v5(idle.lenderId(), "sweep:" + idle.place() + ":" + before);
    }

    private Mono<Void> fees(Instant before) {
        return Flux.fromArray(Escrow.values())
                .concatMap(escrow -> money.fees(escrow, before)
                        .filter(paise -> paise > 0)
                        .flatMap(paise -> bookFees(escrow, paise, before)))
                .then();
    }

    private Mono<List<Message>> bookFees(Escrow escrow, long paise, Instant before) {
        UUID id = Ids.v5(new UUID(0, 0), "fees:" + escrow + ":" + before);
        return transaction.commit(Mono.defer(
                () -> ledger.book(List.of(Journal.feesSwept(id, escrow, paise))).thenReturn(List.of())));
    }
}
