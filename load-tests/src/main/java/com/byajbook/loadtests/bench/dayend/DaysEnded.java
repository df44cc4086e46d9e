package com.byajbook.loadtests.bench.dayend;

import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.SqlDatabase;

/** What must hold when days have ended, whoever was killed meanwhile. */
public final class DaysEnded {
    private static final String UNEVEN =
            "select count(*) from day_end_run where looked > 0 and (looked <> ? or charged <> ?)";

    private static final String MISCHARGED = """
            select count(*) from loan_account as account where arrears <> 'REGULAR'
                and ? <> (select count(*) from loan_entry as entry where entry.loan_id = account.loan_id)
            """;

    private DaysEnded() {}

    /** Days that are done. */
    public static int count(SqlDatabase database) {
        return (int) database.count("select count(*) from day_end_run where state = 'DONE' and looked > 0");
    }

    /**
     * Each day looked at each loan once, and charged each in arrears once.
     *
     * @return the loans in arrears
     * @throws HarnessException with what is wrong
     */
    public static long verify(SqlDatabase database, int loans, int inArrearsPercent, int days) {
        long late = database.count("select count(*) from loan_account where arrears <> 'REGULAR'");
        long expected = database.count(
                "select count(*) from generate_series(1, ?) as i where i % 100 < ?", loans, inArrearsPercent);
        long uneven = database.count(UNEVEN, (long) loans, late);
        long mischarged = database.count(MISCHARGED, (long) days);
        if (count(database) != days || uneven != 0 || mischarged != 0 || late != expected) {
            throw new HarnessException("Of " + days + " days " + count(database) + " ended, " + uneven
                    + " did not go through each loan once; of " + expected + " loans in arrears " + late
                    + " are classed so, and " + mischarged + " have not one charge for each day");
        }
        return late;
    }
}
