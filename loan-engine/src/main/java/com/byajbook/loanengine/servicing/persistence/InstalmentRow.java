package com.byajbook.loanengine.servicing.persistence;

import com.byajbook.loanengine.servicing.domain.Amounts;
import com.byajbook.loanengine.servicing.domain.Instalment;
import com.byajbook.platform.postgres.Columns;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * A row with an instalment.
 *
 * @param ownerId the loan or the payment that it belongs to
 */
record InstalmentRow(UUID ownerId, Instalment instalment) {

    /** Eleven arrays: the owner, the number, the day, what is charged and what is paid. */
    static DatabaseClient.GenericExecuteSpec bind(DatabaseClient.GenericExecuteSpec query, List<InstalmentRow> all) {
        Columns<InstalmentRow> rows = new Columns<>(all);
        return query.bind(0, rows.uuids(InstalmentRow::ownerId))
                .bind(1, rows.integers(row -> row.instalment().number()))
                .bind(2, rows.dates(row -> row.instalment().dueOn()))
                .bind(3, rows.longs(row -> row.instalment().charged().penaltyPaise()))
                .bind(4, rows.longs(row -> row.instalment().charged().feePaise()))
                .bind(5, rows.longs(row -> row.instalment().charged().interestPaise()))
                .bind(6, rows.longs(row -> row.instalment().charged().principalPaise()))
                .bind(7, rows.longs(row -> row.instalment().paid().penaltyPaise()))
                .bind(8, rows.longs(row -> row.instalment().paid().feePaise()))
                .bind(9, rows.longs(row -> row.instalment().paid().interestPaise()))
                .bind(10, rows.longs(row -> row.instalment().paid().principalPaise()));
    }

    static InstalmentRow read(Readable row, String owner) {
        return new InstalmentRow(
                Rows.get(row, owner, UUID.class),
                new Instalment(
                        Rows.get(row, "number", Integer.class),
                        Rows.get(row, "due_on", LocalDate.class),
                        new Amounts(
                                Rows.get(row, "penalty_paise", Long.class),
                                Rows.get(row, "fee_paise", Long.class),
                                Rows.get(row, "interest_paise", Long.class),
                                Rows.get(row, "principal_paise", Long.class)),
                        new Amounts(
                                Rows.get(row, "penalty_paid_paise", Long.class),
                                Rows.get(row, "fee_paid_paise", Long.class),
                                Rows.get(row, "interest_paid_paise", Long.class),
                                Rows.get(row, "principal_paid_paise", Long.class))));
    }
}
