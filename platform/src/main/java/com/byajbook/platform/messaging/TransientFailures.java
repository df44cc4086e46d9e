package com.byajbook.platform.messaging;

import com.byajbook.platform.problem.Failure;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Which errors pass by themselves: lost links, time-outs, locks, a server that restarts. All others are permanent. */
public final class TransientFailures {

    private TransientFailures() {}

    /** Whether the same message may succeed later, with nothing changed but the weather. */
    public static boolean isTransient(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof PermanentFailure) {
                return false;
            }
            if (passes(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable t) {
        return t instanceof R2dbcTransientException
                || t instanceof R2dbcNonTransientResourceException
                || t instanceof TransientDataAccessException
                || t instanceof RecoverableDataAccessException
                || t instanceof NonTransientDataAccessResourceException
                || t instanceof TransactionException
                || t instanceof IOException
                || t instanceof TimeoutException
                || t instanceof Failure.DependencyUnavailable
                || t instanceof Failure.DeadlinePassed
                || t instanceof Failure.Overloaded;
    }
}
