package com.byajbook.loadtests.load.trouble;

import com.byajbook.loadtests.harness.HarnessException;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.Site;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The loan table is locked, as by a migration that somebody runs in the evening: every query of it waits. */
public final class LockedLoanTable implements Trouble {
    /** Ends the lock even if this program is killed while it holds it and the server does not notice. */
    private static final String BOUNDS = "set idle_in_transaction_session_timeout = '120s'; set lock_timeout = '10s'";

    @Override
    public String words() {
        return "the loan table is locked";
    }

    @Override
    public Ongoing begin(Site site) {
        try {
            Connection connection = site.database(Service.LOAN_ENGINE).connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute(BOUNDS);
                connection.setAutoCommit(false);
                statement.execute("lock table loan in access exclusive mode");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return () -> release(connection);
        } catch (SQLException e) {
            throw new HarnessException("The loan table could not be locked: " + e.getMessage(), e);
        }
    }

    private static void release(Connection connection) {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.close();
            }
        } catch (SQLException e) {
            throw new HarnessException("The lock on the loan table may still be there: " + e.getMessage(), e);
        }
    }
}
