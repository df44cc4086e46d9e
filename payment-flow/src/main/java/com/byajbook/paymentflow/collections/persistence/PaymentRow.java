package com.byajbook.paymentflow.collections.persistence;

import com.byajbook.paymentflow.collections.domain.CollectionOrder;
import com.byajbook.paymentflow.collections.domain.Efforts;
import com.byajbook.paymentflow.collections.domain.NextStep;
import com.byajbook.paymentflow.collections.domain.Payment;
import com.byajbook.paymentflow.collections.domain.PaymentState;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment as its row has it. */
final class PaymentRow {

    static final String COLUMNS = """
            payment_id, loan_id, payer_id, amount_paise, method, state, version, utr, reason, provider_txn_id, \
            submissions, checks, silences, step, due_at, created_at, updated_at""";

    private PaymentRow() {}

    static Payment read(Readable row) {
        return new Payment(
                order(row),
                PaymentState.valueOf(get(row, "state", String.class)),
                get(row, "version", Integer.class),
                row.get("utr", String.class),
                row.get("reason", String.class),
                row.get("provider_txn_id", String.class),
                efforts(row),
                next(row),
                get(row, "updated_at", Instant.class));
    }

    private static CollectionOrder order(Readable row) {
        return new CollectionOrder(
                get(row, "payment_id", UUID.class),
                get(row, "loan_id", UUID.class),
                get(row, "payer_id", UUID.class),
                get(row, "amount_paise", Long.class),
                get(row, "method", String.class),
                get(row, "created_at", Instant.class));
    }

    private static Efforts efforts(Readable row) {
        return new Efforts(
                get(row, "submissions", Integer.class),
                get(row, "checks", Integer.class),
                get(row, "silences", Integer.class));
    }

    private static @Nullable NextStep next(Readable row) {
        String step = row.get("step", String.class);
        return step == null ? null : new NextStep(NextStep.Kind.valueOf(step), get(row, "due_at", Instant.class));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
