package com.byajbook.platform.postgres.slowreports;

import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LimitsConfiguration;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.postgres.PostgresConfiguration;
import com.byajbook.platform.postgres.ReportDecorator;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** Exists under the profile {@code load-test}, and even there nothing is slow until somebody raises the limit. */
@AutoConfiguration(after = LimitsConfiguration.class, before = PostgresConfiguration.class)
@Profile("load-test")
public class SlowReportsConfiguration {

    private static final long LONGEST_MILLIS = 60_000;
    private static final int SIDES = 100;

    @Bean
    ReportDecorator slowReports(LiveLimits limits) {
        LiveLimit share = limits.define(new LiveLimit.Definition(
                "test.slow-report-pct",
                LimitUnit.PERCENT,
                0,
                0,
                100,
                "The share of report queries that first sleep at the database; for load tests."));
        LiveLimit millis = limits.define(new LiveLimit.Definition(
                "test.slow-report-ms",
                LimitUnit.MILLIS,
                5_000,
                1,
                LONGEST_MILLIS,
                "How long such a query sleeps, unless the database ends it before; for load tests."));
        return connections -> new SlowReports(
                connections, share, millis, () -> ThreadLocalRandom.current().nextInt(SIDES));
    }
}
