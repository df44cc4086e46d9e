package com.byajbook.loanengine.servicing.persistence;

import com.byajbook.loanengine.servicing.domain.Accrual;
import com.byajbook.loanengine.servicing.domain.Amounts;
import com.byajbook.loanengine.servicing.domain.ArrearsClass;
import com.byajbook.loanengine.servicing.domain.Footprint;
import com.byajbook.loanengine.servicing.domain.Instalment;
import com.byajbook.loanengine.servicing.usecase.RecordRepayments;
import com.byajbook.platform.message.RepaymentSplit;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Owns {@code repayment}. A payment that is there already makes the insert fail, and so is never allocated twice. */
@Repository
class PostgresRepayments implements RecordRepayments {

    private static final String FIND = """
            select payment_id, penalty_paise, fee_paise, interest_paise, principal_paise, excess_paise, account_version,
                prepaid_paise, arrears_before, accrued_until_before, accrued_before_paise,
                reversed_at is not null as taken_back
            from repayment where payment_id = any($1::uuid[])
            """;

    private static final String INSERT = """
            insert into repayment (payment_id, loan_id, penalty_paise, fee_paise, interest_paise, principal_paise,
                excess_paise, amount_paise, allocated_at, account_version, prepaid_paise, arrears_before,
                accrued_until_before, accrued_before_paise)
            select payment_id, loan_id, penalty, fee, interest, principal, excess,
                penalty + fee + interest + principal + excess, at, version, prepaid, arrears, accrued_until, accrued
            from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
                $8::timestamptz[], $9::int[], $10::bigint[], $11::text[], $12::date[], $13::bigint[])
                as row (payment_id, loan_id, penalty, fee, interest, principal, excess, at, version, prepaid, arrears,
                    accrued_until, accrued)
            """;

    /** What was never allocated is written down too, so that it never will be. */
    private static final String TAKE_BACK = """
            insert into repayment (payment_id, loan_id, penalty_paise, fee_paise, interest_paise, principal_paise,
                excess_paise, amount_paise, allocated_at, reversed_at)
            select payment_id, loan_id, 0, 0, 0, 0, 0, amount, at, at
            from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::timestamptz[]) as row (payment_id, loan_id, amount, at)
            on conflict (payment_id) do update set reversed_at = excluded.reversed_at
            """;

    private final DatabaseClient database;
    private final PostgresReplacedInstalments replaced;

    PostgresRepayments(DatabaseClient database, PostgresReplacedInstalments replaced) {
        this.database = database;
        this.replaced = replaced;
    }

    @Override
    public Mono<Map<UUID, Known>> find(Collection<UUID> paymentIds) {
        UUID[] payments = paymentIds.toArray(UUID[]::new);
        return replaced.list(payments)
                .flatMap(instalments -> database.sql(FIND)
                        .bind(0, payments)
                        .map(row -> known(row, instalments))
                        .all()
                        .collectMap(Known::paymentId));
    }

    /** In one order everywhere, so that two batches with the same payments wait for each other and never form a ring. */
    @Override
    public Mono<Void> record(List<Allocated> repayments) {
        List<Allocated> sorted = sorted(repayments, Allocated::paymentId);
        return sorted.isEmpty()
                ? Mono.empty()
                : Mono.defer(() -> insert(new Columns<>(sorted)))
                        .then(Mono.defer(() -> replaced.insert(sorted.stream()
                                .flatMap(PostgresRepayments::replaced)
                                .toList())));
    }

    private Mono<Void> insert(Columns<Allocated> rows) {
        return database.sql(INSERT)
                .bind(0, rows.uuids(Allocated::paymentId))
                .bind(1, rows.uuids(Allocated::loanId))
                .bind(2, rows.longs(row -> row.split().penaltyPaise()))
                .bind(3, rows.longs(row -> row.split().feePaise()))
                .bind(4, rows.longs(row -> row.split().interestPaise()))
                .bind(5, rows.longs(row -> row.split().principalPaise()))
                .bind(6, rows.longs(row -> row.split().excessPaise()))
                .bind(7, rows.instants(Allocated::at))
                .bind(8, rows.integers(row -> done(row, Footprint::version)))
                .bind(9, rows.longs(row -> Objects.requireNonNullElse(done(row, Footprint::prepaidPaise), 0L)))
                .bind(
                        10,
                        rows.texts(row -> done(row, done -> done.arrearsBefore().name())))
                .bind(11, rows.dates(row -> accrued(row, Accrual::until)))
                .bind(12, rows.longs(row -> Objects.requireNonNullElse(accrued(row, Accrual::paise), 0L)))
                .then();
    }

    @Override
    public Mono<Void> takeBack(List<TakenBack> repayments) {
        Columns<TakenBack> rows = new Columns<>(sorted(repayments, TakenBack::paymentId));
        return repayments.isEmpty()
                ? Mono.empty()
                : Mono.defer(() -> database.sql(TAKE_BACK)
                        .bind(0, rows.uuids(TakenBack::paymentId))
                        .bind(1, rows.uuids(TakenBack::loanId))
                        .bind(2, rows.longs(TakenBack::amountPaise))
                        .bind(3, rows.instants(TakenBack::at))
                        .then());
    }

    private static <R> List<R> sorted(List<R> rows, Function<R, UUID> paymentId) {
        return rows.stream().sorted(Comparator.comparing(paymentId)).toList();
    }

    private static Stream<InstalmentRow> replaced(Allocated repayment) {
        Footprint done = repayment.done();
        return done == null
                ? Stream.empty()
                : done.replaced().stream().map(row -> new InstalmentRow(repayment.paymentId(), row));
    }

    private static <T> @Nullable T done(Allocated repayment, Function<Footprint, T> value) {
        Footprint done = repayment.done();
        return done == null ? null : value.apply(done);
    }

    private static <T> @Nullable T accrued(Allocated repayment, Function<Accrual, T> value) {
        Footprint done = repayment.done();
        Accrual accrual = done == null ? null : done.accrualBefore();
        return accrual == null ? null : value.apply(accrual);
    }

    private static Known known(Readable row, Map<UUID, List<Instalment>> replaced) {
        UUID payment = Rows.get(row, "payment_id", UUID.class);
        RepaymentSplit split = new RepaymentSplit(
                Rows.get(row, "penalty_paise", Long.class),
                Rows.get(row, "fee_paise", Long.class),
                Rows.get(row, "interest_paise", Long.class),
                Rows.get(row, "principal_paise", Long.class),
                Rows.get(row, "excess_paise", Long.class));
        return new Known(
                payment,
                split,
                Rows.get(row, "taken_back", Boolean.class),
                footprint(row, split, replaced.getOrDefault(payment, List.of())));
    }

    private static @Nullable Footprint footprint(Readable row, RepaymentSplit split, List<Instalment> replaced) {
        Integer version = row.get("account_version", Integer.class);
        LocalDate accruedUntil = row.get("accrued_until_before", LocalDate.class);
        if (version == null) {
            return null;
        }
        return new Footprint(
                version,
                new Amounts(split.penaltyPaise(), split.feePaise(), split.interestPaise(), split.principalPaise()),
                Rows.get(row, "prepaid_paise", Long.class),
                ArrearsClass.valueOf(Rows.get(row, "arrears_before", String.class)),
                accruedUntil == null
                        ? null
                        : new Accrual(accruedUntil, Rows.get(row, "accrued_before_paise", Long.class)),
                replaced);
    }
}
