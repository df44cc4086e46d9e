package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.http.BadInput;
import com.byajbook.localstack.sandbox.http.Reply;
import com.byajbook.localstack.sandbox.http.Request;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The provider's account of one day in India: every movement of money among the remembered transactions, oldest first. */
final class SettlementFile {
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    private final Transactions transactions;
    private final References references;
    private final Clock clock;
    private volatile Distortions distortions = Distortions.NONE;

    SettlementFile(Transactions transactions, References references, Clock clock) {
        this.transactions = transactions;
        this.references = references;
        this.clock = clock;
    }

    /** Put together beside the event loop: a full day sorts and writes up to 100,000 lines. */
    Mono<Reply> read(Request request) {
        LocalDate day = day(request.path("date"));
        return Mono.fromSupplier(() -> new Reply(200, "text/csv", csv(day))).subscribeOn(Schedulers.parallel());
    }

    private static LocalDate day(String text) {
        try {
            if (text.length() == "2025-01-31".length()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Of the right length and still no day: the same answer as for any other text.
        }
        throw new BadInput("The date must be a day as yyyy-MM-dd.");
    }

    private String csv(LocalDate day) {
        StringBuilder file = new StringBuilder(SettlementLine.HEADER);
        distortions
                .appliedTo(truth())
                .filter(on(day))
                .sorted(Comparator.comparing(SettlementLine::settledAt))
                .forEach(line -> line.appendTo(file));
        return file.toString();
    }

    private Stream<SettlementLine> truth() {
        List<UpiTransaction> ended =
                transactions.newestFirst(transaction -> !transaction.ends().isEmpty());
        Collections.reverse(ended);
        return ended.stream().flatMap(SettlementFile::movements);
    }

    private static Stream<SettlementLine> movements(UpiTransaction transaction) {
        return transaction.ends().stream().flatMap(end -> SettlementLine.of(transaction, end).stream());
    }

    private static Predicate<SettlementLine> on(LocalDate day) {
        return line -> LocalDate.ofInstant(line.settledAt(), INDIA).equals(day);
    }

    Mono<Reply> distort(Request request) {
        Distortions changed = request.json(Distortions.Setting.class).distortions(references, clock.instant());
        distortions = changed;
        return Mono.just(Reply.json(200, changed));
    }

    /** How many distortions of each kind are set. */
    Map<String, Object> counters() {
        return distortions.counted();
    }

    void reset() {
        distortions = Distortions.NONE;
    }
}
