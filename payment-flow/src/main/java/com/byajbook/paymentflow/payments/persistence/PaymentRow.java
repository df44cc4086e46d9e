package com.byajbook.paymentflow.payments.persistence;

import com.byajbook.paymentflow.payments.domain.Efforts;
import com.byajbook.paymentflow.payments.domain.NextStep;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentOrder;
import com.byajbook.paymentflow.payments.domain.PaymentPurpose;
import com.byajbook.paymentflow.payments.domain.PaymentState;
import com.byajbook.paymentflow.payments.domain.Split;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment as its row has it. */
final class PaymentRow {

    static final String COLUMNS = """
            payment_id, purpose, loan_id, user_id, amount_paise, method, state, version, utr, reason, provider_txn_id, \
            provider, submissions, checks, silences, step, due_at, created_at, updated_at, penalty_paise, fee_paise, \
            interest_paise, principal_paise, excess_paise, mandate_id""";

    private PaymentRow() {}

    static Payment read(Readable row) {
        return new Payment(
                order(row),
                PaymentState.valueOf(get(row, "state", String.class)),
                get(row, "version", Integer.class),
                row.get("utr", String.class),
                row.get("reason", String.class),
                row.get("provider_txn_id", String.class),
                get(row, "provider", String.class),
                efforts(row),
                next(row),
                get(row, "updated_at", Instant.class),
                split(row));
    }

    private static PaymentOrder order(Readable row) {
        return new PaymentOrder(
                get(row, "payment_id", UUID.class),
                PaymentPurpose.valueOf(get(row, "purpose", String.class)),
                row.get("loan_id", UUID.class),
                get(row, "user_id", UUID.class),
                get(row, "amount_paise", Long.class),
                get(row, "method", String.class),
                get(row, "created_at", Instant.class),
                row.get("mandate_id", UUID.class));
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

    private static @Nullable Split split(Readable row) {
        return row.get("excess_paise") == null
                ? null
                : new Split(
                        get(row, "penalty_paise", Long.class),
                        get(row, "fee_paise", Long.class),
                        get(row, "interest_paise", Long.class),
                        get(row, "principal_paise", Long.class),
                        get(row, "excess_paise", Long.class));
    }

    static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
