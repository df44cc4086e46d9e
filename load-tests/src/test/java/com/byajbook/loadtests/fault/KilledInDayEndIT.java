package com.byajbook.loadtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.bench.dayend.DaysEnded;
import com.byajbook.loadtests.bench.dayend.LoansInService;
import com.byajbook.loadtests.harness.Patience;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.SingleService;
import com.byajbook.loadtests.harness.SqlDatabase;
import com.byajbook.localstack.testing.Servers;
import com.byajbook.localstack.testing.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a day is held in its middle by a lock on a loan, killed there, and started again. */
final class KilledInDayEndIT {
    private static final int LOANS = 3_000;
    private static final int IN_ARREARS_PERCENT = 10;
    private static final int DAYS = 3;
    private static final Duration SOON = Duration.ofSeconds(40);

    /** The loan in arrears that so many per cent of all loans come before. */
    private static final String LOCK = """
            select loan_id from loan_account where loan_id in (
                select loan_id from loan_account
                where arrears <> 'REGULAR' or oldest_unpaid_due <= current_date order by loan_id
                offset (select count(*) * ? / 100 from loan_account
                    where arrears <> 'REGULAR' or oldest_unpaid_due <= current_date) limit 1)
            for update
            """;

    private static final String WAITING =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    private final Servers servers = TestServers.get();
    private final String name = TestServers.freshDatabase("killed_in_day_end");
    private final String prefix = TestServers.freshPrefix();
    private final SqlDatabase database = new SqlDatabase(servers.postgresUrl(), name);

    @Test
    @Timeout(180)
    void a_day_goes_on_where_it_was_killed_and_charges_nobody_twice() throws SQLException {
        start(false).close();
        LoansInService.fill(database, LOANS, IN_ARREARS_PERCENT, DAYS);

        for (int percent : List.of(25, 75)) {
            killedAt(percent);
        }
        try (SingleService service = start(true)) {
            Patience.until(
                    () -> DaysEnded.count(database) == DAYS,
                    SOON,
                    () -> "not all days ended; the log of " + service.address() + " says why");
        }

        assertThat(DaysEnded.verify(database, LOANS, IN_ARREARS_PERCENT, DAYS))
                .isEqualTo(LOANS * IN_ARREARS_PERCENT / 100);
    }

    private void killedAt(int percent) throws SQLException {
        try (Connection holder = database.connect()) {
            holder.setAutoCommit(false);
            lock(holder, percent);
            try (SingleService service = start(true)) {
                Patience.until(
                        () -> database.count(WAITING) > 0, SOON, () -> "the day did not come to the locked loan");
                service.process().kill();
            }
            assertThat(database.count("select looked from day_end_run where state = 'RUNNING'"))
                    .isBetween(1L, LOANS - 1L);
            holder.rollback();
        }
    }

    private static void lock(Connection holder, int percent) throws SQLException {
        try (PreparedStatement statement = holder.prepareStatement(LOCK)) {
            statement.setInt(1, percent);
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }

    private SingleService start(boolean ending) {
        return SingleService.start(
                Service.LOAN_ENGINE,
                new SingleService.Settings(
                        servers.postgresUrl(),
                        name,
                        servers.rabbitUrl(),
                        prefix,
                        servers.redisUrl(),
                        "local",
                        List.of("-Xmx224m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        Map.of(
                                "byajbook.servicing.day-end.enabled", Boolean.toString(ending),
                                "byajbook.servicing.day-end.every", "1s",
                                "byajbook.servicing.day-end.batch-size", "200"),
                        Path.of("target", "platform", "killed-in-day-end.log")));
    }
}
