package com.byajbook.paymentflow.settlement.persistence;

import static com.byajbook.platform.postgres.Rows.get;

import com.byajbook.paymentflow.settlement.domain.Difference;
import com.byajbook.paymentflow.settlement.domain.Difference.Theirs;
import com.byajbook.paymentflow.settlement.domain.Direction;
import com.byajbook.paymentflow.settlement.domain.Kind;
import com.byajbook.paymentflow.settlement.domain.Movement;
import com.byajbook.paymentflow.settlement.domain.Ours;
import com.byajbook.paymentflow.settlement.domain.Pot;
import com.byajbook.paymentflow.settlement.usecase.KeptDifference;
import com.byajbook.paymentflow.settlement.usecase.KeptDifference.Settled;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A difference as its row has it. */
final class DifferenceRow {

    static final String COLUMNS = """
            difference_id, provider, day, kind, movement, direction, reference, line_no, theirs_paise, theirs_utr, \
            payment_id, ours_direction, ours_pot, ours_standing, ours_paise, ours_utr, booked_paise, noticed_at, \
            resolution, settled_by, reason, settled_at""";

    private DifferenceRow() {}

    static KeptDifference read(Readable row) {
        return new KeptDifference(
                get(row, "difference_id", UUID.class),
                get(row, "provider", String.class),
                get(row, "day", LocalDate.class),
                difference(row),
                get(row, "noticed_at", Instant.class),
                settled(row));
    }

    private static Difference difference(Readable row) {
        return new Difference(
                Kind.valueOf(get(row, "kind", String.class)),
                get(row, "line_no", Integer.class),
                get(row, "reference", String.class),
                Direction.valueOf(get(row, "direction", String.class)),
                Movement.valueOf(get(row, "movement", String.class)),
                ours(row),
                theirs(row),
                get(row, "booked_paise", Long.class));
    }

    private static @Nullable Ours ours(Readable row) {
        UUID paymentId = row.get("payment_id", UUID.class);
        return paymentId == null
                ? null
                : new Ours(
                        paymentId,
                        Direction.valueOf(get(row, "ours_direction", String.class)),
                        Pot.valueOf(get(row, "ours_pot", String.class)),
                        Ours.Standing.valueOf(get(row, "ours_standing", String.class)),
                        get(row, "ours_paise", Long.class),
                        row.get("ours_utr", String.class));
    }

    private static @Nullable Theirs theirs(Readable row) {
        return row.get("theirs_paise") == null
                ? null
                : new Theirs(get(row, "theirs_paise", Long.class), get(row, "theirs_utr", String.class));
    }

    private static @Nullable Settled settled(Readable row) {
        return row.get("resolution") == null
                ? null
                : new Settled(
                        get(row, "resolution", String.class),
                        get(row, "settled_by", String.class),
                        get(row, "reason", String.class),
                        get(row, "settled_at", Instant.class));
    }
}
