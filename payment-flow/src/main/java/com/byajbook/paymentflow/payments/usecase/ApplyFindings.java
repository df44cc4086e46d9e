package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Finding;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentPolicy;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Lets payments learn what was found out about them; the one way in which a stored payment changes. */
public final class ApplyFindings {

    private final LockPayments payments;
    private final SavePayments saving;
    private final ClaimUtrs utrs;
    private final RecordDiscrepancies discrepancies;
    private final BookMoney money;
    private final PaymentPolicy policy;
    private final Clock clock;

    public ApplyFindings(
            LockPayments payments,
            SavePayments saving,
            ClaimUtrs utrs,
            RecordDiscrepancies discrepancies,
            BookMoney money,
            PaymentPolicy policy,
            Clock clock) {
        this.payments = payments;
        this.saving = saving;
        this.utrs = utrs;
        this.discrepancies = discrepancies;
        this.money = money;
        this.policy = policy;
        this.clock = clock;
    }

    /** Weighs the findings in their order, inside the current transaction; they may be of any number of payments. */
    Mono<Lesson> apply(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Mono.just(Lesson.NOTHING);
        }
        Set<UUID> ids = findings.stream().map(Finding::paymentId).collect(Collectors.toSet());
        return payments.lock(ids)
                .collectMap(Payment::id)
                .flatMap(locked -> weigh(findings, locked))
                .flatMap(this::keep);
    }

    private Mono<Lesson> weigh(List<Finding> findings, Map<UUID, Payment> locked) {
        Map<String, UUID> claims = claims(findings, locked.keySet());
        Mono<Map<String, UUID>> owners = claims.isEmpty() ? Mono.just(Map.of()) : utrs.claim(claims);
        return owners.map(owner -> Lesson.of(findings, locked, owner, policy, clock.instant()));
    }

    /** Sorted, so that two transactions that claim the same references wait for each other in one order. */
    private static Map<String, UUID> claims(List<Finding> findings, Set<UUID> known) {
        Map<String, UUID> claims = new TreeMap<>();
        for (Finding finding : findings) {
            String utr = finding.collectedUtr();
            if (utr != null && known.contains(finding.paymentId())) {
                claims.putIfAbsent(utr, finding.paymentId());
            }
        }
        return new LinkedHashMap<>(claims);
    }

    private Mono<Lesson> keep(Lesson lesson) {
        Mono<Void> saved = lesson.changes().isEmpty() ? Mono.empty() : saving.save(lesson.changes());
        Mono<Void> noted = lesson.discrepancies().isEmpty()
                ? Mono.empty()
                : discrepancies.record(lesson.discrepancies(), clock.instant());
        // Last, because whoever books holds accounts that others wait for.
        return saved.then(noted)
                .then(Mono.defer(() -> money.book(lesson.changes())))
                .thenReturn(lesson);
    }
}
