package com.byajbook.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.ValidationDepth;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What can be slow never gets more than its share. */
class PostgresPropertiesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void reports_have_a_fifth_and_at_least_one_connection() {
        assertThat(with(10, null).reportConnections()).isEqualTo(2);
        assertThat(with(7, null).reportConnections()).isEqualTo(1);
        assertThat(with(2, null).reportConnections()).isEqualTo(1);
        assertThat(with(50, null).reportConnections()).isEqualTo(2);
        assertThat(with(50, 10).reportConnections()).isEqualTo(10);
    }

    @Test
    void refuses_to_give_reports_more_than_a_fifth() {
        assertThatThrownBy(() -> with(10, 3))
                .hasMessageContaining("byajbook.postgres.report.size of 3")
                .hasMessageContaining("fifth");
    }

    private static PostgresProperties with(int pool, @Nullable Integer report) {
        return new PostgresProperties(
                URI.create("postgresql://127.0.0.1"),
                "lending",
                new PostgresProperties.Pool(pool, SECOND, 10, SECOND, SECOND, SECOND, ValidationDepth.LOCAL, 0),
                new PostgresProperties.Report(report, 10, SECOND, SECOND));
    }
}
