package com.byajbook.paymentflow.payments.persistence;

import static com.byajbook.paymentflow.payments.persistence.PaymentRow.COLUMNS;

import com.byajbook.paymentflow.payments.domain.NextStep;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.Split;
import com.byajbook.paymentflow.payments.usecase.FindPayment;
import com.byajbook.paymentflow.payments.usecase.LockPayments;
import com.byajbook.paymentflow.payments.usecase.RecordPayments;
import com.byajbook.paymentflow.payments.usecase.SavePayments;
import com.byajbook.platform.postgres.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Owns {@code payment} and {@code payment_attempt}. */
@Repository
final class PostgresPayments implements RecordPayments, LockPayments, SavePayments, FindPayment {

    private static final String RECORD = """
            with recorded as (
                insert into payment (payment_id, purpose, loan_id, user_id, amount_paise, method, state, version, reason,
                    provider, submissions, checks, silences, step, due_at, created_at, updated_at, mandate_id)
                select payment_id, purpose, loan_id, user_id, amount_paise, method, state, 1, reason,
                    provider, 0, 0, 0, step, due_at, created_at, updated_at, mandate_id
                from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::bigint[], $6::text[], $7::text[],
                    $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[],
                    $14::uuid[])
                    as p (payment_id, purpose, loan_id, user_id, amount_paise, method, state, reason, provider, step,
                    due_at, created_at, updated_at, mandate_id)
                on conflict (payment_id) do nothing
                returning payment_id, provider, step, updated_at
            ), attempted as (
                insert into payment_attempt (payment_id, attempt, provider, merchant_txn_id, created_at)
                select payment_id, 1, provider, payment_id::text, updated_at from recorded where step is not null
            )
            select payment_id from recorded
            """;

    /** A payment that went on to another provider has an attempt more. */
    private static final String ATTEMPT = """
            insert into payment_attempt (payment_id, attempt, provider, merchant_txn_id, created_at)
            select payment_id, (select count(*) + 1 from payment_attempt as a where a.payment_id = handed.payment_id),
                provider, payment_id::text, at
            from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as handed (payment_id, provider, at)
            on conflict do nothing
            """;

    private static final String LOCK = "select " + COLUMNS + " from payment where payment_id = any($1::uuid[])"
            + " order by payment_id for update";

    private static final String LOCK_DUE = "select " + COLUMNS + " from payment where step = $1 and due_at <= $2"
            + " order by due_at limit $3 for update skip locked";

    private static final String SAVE = """
            update payment p
            set state = a.state, version = a.version, utr = a.utr, reason = a.reason,
                provider_txn_id = a.provider_txn_id, submissions = a.submissions, checks = a.checks,
                silences = a.silences, step = a.step, due_at = a.due_at, updated_at = a.updated_at,
                provider = a.provider, penalty_paise = a.penalty_paise, fee_paise = a.fee_paise,
                interest_paise = a.interest_paise, principal_paise = a.principal_paise, excess_paise = a.excess_paise,
                moved_at = case when a.state = 'SUCCEEDED' then coalesce(p.moved_at, a.updated_at) else p.moved_at end,
                returned_at = case when a.state = 'REVERSED' then coalesce(p.returned_at, a.updated_at) end
            from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[],
                $9::int[], $10::int[], $11::int[], $12::text[], $13::timestamptz[], $14::timestamptz[], $15::text[],
                $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[], $20::bigint[])
                as a (payment_id, old_version, old_state, state, version, utr, reason, provider_txn_id,
                submissions, checks, silences, step, due_at, updated_at, provider, penalty_paise, fee_paise,
                interest_paise, principal_paise, excess_paise)
            where p.payment_id = a.payment_id and p.version = a.old_version and p.state = a.old_state
            """;

    private static final String FIND = "select " + COLUMNS + " from payment where payment_id = $1 and user_id = $2";

    private final DatabaseClient database;

    PostgresPayments(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Payment> recordNew(List<Payment> payments) {
        Columns<Payment> columns = new Columns<>(payments);
        return database.sql(RECORD)
                .bind("$1", columns.uuids(Payment::id))
                .bind("$2", columns.names(p -> p.order().purpose()))
                .bind("$3", columns.uuids(p -> p.order().loanId()))
                .bind("$4", columns.uuids(p -> p.order().userId()))
                .bind("$5", columns.longs(p -> p.order().amountPaise()))
                .bind("$6", columns.texts(p -> p.order().method()))
                .bind("$7", columns.names(Payment::state))
                .bind("$8", columns.texts(Payment::reason))
                .bind("$9", columns.texts(Payment::provider))
                .bind("$10", columns.texts(PostgresPayments::step))
                .bind("$11", columns.instants(PostgresPayments::dueAt))
                .bind("$12", columns.instants(p -> p.order().createdAt()))
                .bind("$13", columns.instants(Payment::updatedAt))
                .bind("$14", columns.uuids(p -> p.order().mandateId()))
                .map(row -> PaymentRow.get(row, "payment_id", UUID.class))
                .all()
                .collect(Collectors.toSet())
                .flatMapIterable(recorded -> onlyThose(recorded, payments));
    }

    /** A batch may hold one payment under two messages; it is emitted once. */
    private static List<Payment> onlyThose(Set<UUID> recorded, List<Payment> payments) {
        return payments.stream()
                .filter(payment -> recorded.remove(payment.id()))
                .toList();
    }

    @Override
    public Flux<Payment> lock(Collection<UUID> paymentIds) {
        return database.sql(LOCK)
                .bind("$1", paymentIds.toArray(UUID[]::new))
                .map(PaymentRow::read)
                .all();
    }

    @Override
    public Flux<Payment> lockDue(NextStep.Kind step, Instant now, int limit) {
        return database.sql(LOCK_DUE)
                .bind("$1", step.name())
                .bind("$2", now)
                .bind("$3", limit)
                .map(PaymentRow::read)
                .all();
    }

    @Override
    public Mono<Void> save(List<Change> changes) {
        Columns<Payment> before =
                new Columns<>(changes.stream().map(Change::before).toList());
        Columns<Payment> after =
                new Columns<>(changes.stream().map(Change::after).toList());
        return database.sql(SAVE)
                .bind("$1", after.uuids(Payment::id))
                .bind("$2", before.integers(Payment::version))
                .bind("$3", before.names(Payment::state))
                .bind("$4", after.names(Payment::state))
                .bind("$5", after.integers(Payment::version))
                .bind("$6", after.texts(Payment::utr))
                .bind("$7", after.texts(Payment::reason))
                .bind("$8", after.texts(Payment::providerTxnId))
                .bind("$9", after.integers(p -> p.efforts().submissions()))
                .bind("$10", after.integers(p -> p.efforts().checks()))
                .bind("$11", after.integers(p -> p.efforts().silences()))
                .bind("$12", after.texts(PostgresPayments::step))
                .bind("$13", after.instants(PostgresPayments::dueAt))
                .bind("$14", after.instants(Payment::updatedAt))
                .bind("$15", after.texts(Payment::provider))
                .bind("$16", after.longs(paid(Split::penaltyPaise)))
                .bind("$17", after.longs(paid(Split::feePaise)))
                .bind("$18", after.longs(paid(Split::interestPaise)))
                .bind("$19", after.longs(paid(Split::principalPaise)))
                .bind("$20", after.longs(paid(Split::excessPaise)))
                .fetch()
                .rowsUpdated()
                .flatMap(saved -> saved == changes.size() ? Mono.empty() : Mono.error(overtaken(changes, saved)))
                .then(Mono.defer(() -> attempt(changes)));
    }

    private Mono<Void> attempt(List<Change> changes) {
        List<Payment> handed = changes.stream()
                .filter(change ->
                        !change.before().provider().equals(change.after().provider()))
                .map(Change::after)
                .toList();
        if (handed.isEmpty()) {
            return Mono.empty();
        }
        Columns<Payment> columns = new Columns<>(handed);
        return database.sql(ATTEMPT)
                .bind("$1", columns.uuids(Payment::id))
                .bind("$2", columns.texts(Payment::provider))
                .bind("$3", columns.instants(Payment::updatedAt))
                .then();
    }

    private static Function<Payment, @Nullable Long> paid(Function<Split, Long> part) {
        return payment -> payment.split() == null ? null : part.apply(payment.split());
    }

    @Override
    public Mono<Payment> find(UUID userId, UUID paymentId) {
        return database.sql(FIND)
                .bind("$1", paymentId)
                .bind("$2", userId)
                .map(PaymentRow::read)
                .one();
    }

    /** Transient: the whole transaction is done again on what is there by then. */
    private static OptimisticLockingFailureException overtaken(List<Change> changes, long saved) {
        return new OptimisticLockingFailureException((changes.size() - saved) + " of " + changes.size()
                + " payments were changed by somebody else meanwhile");
    }

    private static @Nullable String step(Payment payment) {
        return payment.next() == null ? null : payment.next().kind().name();
    }

    private static @Nullable Instant dueAt(Payment payment) {
        return payment.next() == null ? null : payment.next().dueAt();
    }
}
