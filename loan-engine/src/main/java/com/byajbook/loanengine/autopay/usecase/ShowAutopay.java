package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.autopay.domain.Autopay;
import com.byajbook.loanengine.autopay.domain.CollectionState;
import com.byajbook.loanengine.autopay.domain.InstalmentCollection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The autopay of a loan, for its borrower. */
public final class ShowAutopay {

    private static final String OFF = "OFF";

    private final KeepAutopays autopays;
    private final KeepCollections collections;

    public ShowAutopay(KeepAutopays autopays, KeepCollections collections) {
        this.autopays = autopays;
        this.collections = collections;
    }

    /** OFF for a loan that never had it, and for somebody else's. */
    public Mono<AutopayView> show(UUID borrowerId, UUID loanId) {
        return autopays.find(List.of(loanId))
                .flatMap(found -> Mono.justOrEmpty(found.get(loanId)))
                .filter(autopay -> autopay.borrowerId().equals(borrowerId))
                .flatMap(autopay -> collections.list(loanId).map(rows -> view(autopay, rows)))
                .switchIfEmpty(Mono.fromSupplier(() -> new AutopayView(loanId, OFF, null, null, List.of())));
    }

    private static AutopayView view(Autopay autopay, List<InstalmentCollection> rows) {
        return new AutopayView(
                autopay.loanId(),
                autopay.state().name(),
                autopay.reason(),
                autopay.updatedAt(),
                rows.stream().map(ShowAutopay::view).toList());
    }

    private static CollectedInstalment view(InstalmentCollection row) {
        return new CollectedInstalment(
                row.key().number(), row.dueOn(), row.noticedAt(), row.state(), row.attempts(), row.nextAt());
    }

    /**
     * How it stands.
     *
     * @param status OFF, REQUESTED, ACTIVE, REJECTED or REVOKED
     * @param reason why it was rejected or has ended, where that was not the borrower's wish
     */
    public record AutopayView(
            UUID loanId,
            String status,
            @Nullable String reason,
            @Nullable Instant updatedAt,
            List<CollectedInstalment> instalments) {}

    /** An instalment of which notice was given. */
    public record CollectedInstalment(
            int number,
            LocalDate dueDate,
            Instant noticedAt,
            CollectionState status,
            int attempts,
            @Nullable Instant nextAttemptAt) {}
}
