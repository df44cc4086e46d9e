package com.byajbook.loanengine.servicing.persistence;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.AccountState;
import com.byajbook.loanengine.servicing.domain.Accrual;
import com.byajbook.loanengine.servicing.domain.AllocationOrder;
import com.byajbook.loanengine.servicing.domain.ArrearsClass;
import com.byajbook.loanengine.servicing.domain.Conditions;
import com.byajbook.loanengine.servicing.domain.Terms;
import com.byajbook.loanengine.servicing.domain.Totals;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code loan_account} as the account that it is, without instalments and shares. */
final class AccountRow {

    private AccountRow() {}

    static Account read(Readable row) {
        return new Account(
                terms(row),
                List.of(),
                List.of(),
                new Totals(
                        Rows.get(row, "outstanding_paise", Long.class),
                        Rows.get(row, "prepaid_paise", Long.class),
                        Rows.get(row, "collected_lender_paise", Long.class),
                        Rows.get(row, "written_off_paise", Long.class)),
                accrual(row),
                ArrearsClass.valueOf(Rows.get(row, "arrears", String.class)),
                AccountState.valueOf(Rows.get(row, "state", String.class)),
                Rows.get(row, "version", Integer.class));
    }

    private static Terms terms(Readable row) {
        return new Terms(
                Rows.get(row, "loan_id", UUID.class),
                Rows.get(row, "borrower_id", UUID.class),
                Rows.get(row, "principal_paise", Long.class),
                Rows.get(row, "annual_rate_pct", BigDecimal.class),
                Rows.get(row, "tenure_months", Integer.class),
                Rows.get(row, "emi_paise", Long.class),
                Rows.get(row, "disbursed_on", LocalDate.class),
                new Conditions(
                        Rows.get(row, "penal_percent_per_month", BigDecimal.class),
                        Rows.get(row, "bounce_charge_paise", Long.class),
                        Rows.get(row, "cooling_off_days", Integer.class),
                        AllocationOrder.parse(Rows.get(row, "allocation_order", String.class))));
    }

    private static @Nullable Accrual accrual(Readable row) {
        LocalDate until = row.get("accrued_until", LocalDate.class);
        return until == null ? null : new Accrual(until, Rows.get(row, "accrued_paise", Long.class));
    }
}
