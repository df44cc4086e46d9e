package com.byajbook.loanengine.marketplace.usecase;

import com.byajbook.loanengine.lifecycle.usecase.HoldLoans;
import com.byajbook.loanengine.lifecycle.usecase.LoanMove;
import com.byajbook.loanengine.lifecycle.usecase.LoanNow;
import com.byajbook.loanengine.marketplace.domain.AcceptanceOutcome;
import com.byajbook.loanengine.marketplace.domain.Agreement;
import com.byajbook.loanengine.marketplace.domain.CancellationOutcome;
import com.byajbook.loanengine.marketplace.domain.Commitment;
import com.byajbook.loanengine.marketplace.domain.LenderBook;
import com.byajbook.loanengine.marketplace.domain.Listing;
import com.byajbook.loanengine.marketplace.domain.Pair;
import com.byajbook.loanengine.underwriting.usecase.HoldExposures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The tables of funding, in memory. */
final class Tables {

    final Map<UUID, LoanNow> loans = new LinkedHashMap<>();
    final Map<UUID, Listing> listings = new LinkedHashMap<>();
    final Map<UUID, Commitment> commitments = new LinkedHashMap<>();
    final Map<Pair, Long> pairs = new HashMap<>();
    final Map<UUID, Long> owed = new HashMap<>();
    final List<AcceptanceOutcome> acceptances = new ArrayList<>();
    final List<CancellationOutcome> cancellations = new ArrayList<>();
    final List<Agreement> agreements = new ArrayList<>();

    private static <T> Map<UUID, T> some(Map<UUID, T> rows, Collection<UUID> ids) {
        Map<UUID, T> found = new LinkedHashMap<>(rows);
        found.keySet().retainAll(ids);
        return found;
    }

    /** Rows of {@code loan}. */
    final class Loans implements HoldLoans {
        @Override
        public Mono<Map<UUID, LoanNow>> lock(Collection<UUID> ids) {
            return Mono.fromSupplier(() -> some(loans, ids));
        }

        @Override
        public Mono<List<LoanNow>> move(List<LoanMove> moves) {
            return Mono.fromSupplier(() -> moves.stream()
                    .flatMap(move -> Stream.ofNullable(loans.get(move.loanId()))
                            .filter(loan -> loan.version() == move.version())
                            .filter(loan -> move.from().contains(loan.status()))
                            .map(loan -> Bench.loan(loan, move.to())))
                    .peek(loan -> loans.put(loan.loanId(), loan))
                    .toList());
        }
    }

    /** Rows of {@code listing}. */
    final class Listings implements HoldListings {
        @Override
        public Mono<Map<UUID, Listing>> lock(Collection<UUID> ids) {
            return Mono.fromSupplier(() -> some(listings, ids));
        }

        @Override
        public Mono<Void> open(List<Listing> opened) {
            return save(opened);
        }

        @Override
        public Mono<Void> save(List<Listing> saved) {
            return Mono.fromRunnable(() -> saved.forEach(listing -> listings.put(listing.loanId(), listing)));
        }

        @Override
        public Mono<List<UUID>> listDue(Instant now, int limit) {
            return Mono.fromSupplier(() -> listings.values().stream()
                    .filter(listing -> listing.isOpen() && !now.isBefore(listing.expiresAt()))
                    .map(Listing::loanId)
                    .limit(limit)
                    .toList());
        }
    }

    /** Rows of {@code pair_exposure}; the lenders' follow from them. */
    final class Lenders implements HoldLenders {
        @Override
        public Mono<LenderBook> lock(Collection<Pair> asked) {
            return Mono.fromSupplier(() -> new LenderBook(
                    pairs.entrySet().stream()
                            .collect(Collectors.groupingBy(
                                    pair -> pair.getKey().lenderId(), Collectors.summingLong(Map.Entry::getValue))),
                    pairs));
        }

        @Override
        public Mono<Void> save(LenderBook book) {
            return Mono.fromRunnable(
                    () -> book.changes().forEach((pair, paise) -> pairs.merge(pair, paise, Long::sum)));
        }
    }

    /** Rows of {@code commitment}. */
    final class Commitments implements KeepCommitments {
        @Override
        public Mono<Map<UUID, Commitment>> find(Collection<UUID> ids) {
            return Mono.fromSupplier(() -> some(commitments, ids));
        }

        @Override
        public Mono<List<Commitment>> listLive(Collection<UUID> ofLoans) {
            return Mono.fromSupplier(() -> commitments.values().stream()
                    .filter(commitment -> ofLoans.contains(commitment.loanId()))
                    .filter(commitment -> commitment.reason() == null)
                    .toList());
        }

        @Override
        public Mono<Void> insert(List<Commitment> added) {
            return save(added);
        }

        @Override
        public Mono<Void> save(List<Commitment> saved) {
            return Mono.fromRunnable(() -> saved.forEach(commitment -> commitments.put(commitment.id(), commitment)));
        }
    }

    /** What borrowers were told. */
    final class Answers implements KeepAnswers {
        @Override
        public Mono<Void> insertAcceptances(List<Acceptance> added) {
            return Mono.fromRunnable(() -> added.forEach(acceptance -> acceptances.add(acceptance.outcome())));
        }

        @Override
        public Mono<Void> insertCancellations(List<Cancellation> added) {
            return Mono.fromRunnable(() -> added.forEach(cancellation -> cancellations.add(cancellation.outcome())));
        }
    }

    /** Rows of {@code borrower_exposure}. */
    final class Exposures implements HoldExposures {
        @Override
        public Mono<Map<UUID, Long>> lock(Collection<UUID> borrowers) {
            return Mono.fromSupplier(() -> some(owed, borrowers));
        }

        @Override
        public Mono<Void> raise(Map<UUID, Long> paiseByBorrower) {
            return Mono.fromRunnable(
                    () -> paiseByBorrower.forEach((borrower, paise) -> owed.merge(borrower, paise, Long::sum)));
        }

        @Override
        public Mono<Void> lower(Map<UUID, Long> paiseByBorrower) {
            return Mono.fromRunnable(
                    () -> paiseByBorrower.forEach((borrower, paise) -> owed.merge(borrower, -paise, Long::sum)));
        }
    }
}
