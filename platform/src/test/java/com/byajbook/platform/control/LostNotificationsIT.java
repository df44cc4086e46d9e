package com.byajbook.platform.control;

import static com.byajbook.platform.control.Limits.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The listening connection is cut by the server. */
class LostNotificationsIT {

    private static final String CUT = """
            select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and application_name like '%-listen'
            """;

    private final String database = Replica.freshDatabase();

    @Test
    void the_poll_follows_what_was_not_heard() {
        try (Replica one = Replica.start(database, Map.of("byajbook.control.ack-wait", "10s"));
                Replica deaf = Replica.start(
                        database,
                        Map.of(
                                "byajbook.control.reconnect-min",
                                Replica.NEVER,
                                "byajbook.control.reconnect-max",
                                Replica.NEVER,
                                "byajbook.control.poll",
                                "200ms"))) {
            await().until(() -> one.isListening() && deaf.isListening());
            one.sql(CUT);
            await().until(() -> !deaf.isListening());

            assertThat(one.changed(to(12L, 0)).applied()).isEqualTo(2);

            assertThat(deaf.value()).isEqualTo(12);
            assertThat(deaf.isListening()).isFalse();
        }
    }

    @Test
    void the_replica_that_takes_the_change_applies_it_at_once_though_nobody_hears_anything() {
        try (Replica deaf = Replica.start(
                database,
                Map.of(
                        "byajbook.control.reconnect-min",
                        Replica.NEVER,
                        "byajbook.control.reconnect-max",
                        Replica.NEVER,
                        "byajbook.control.poll",
                        Replica.NEVER))) {
            await().until(deaf::isListening);
            deaf.sql(CUT);
            await().until(() -> !deaf.isListening());

            assertThat(deaf.changed(to(12L, 0)).applied()).isEqualTo(1);

            assertThat(deaf.value()).isEqualTo(12);
        }
    }

    @Test
    void a_new_connection_catches_up_and_hears_again() {
        Map<String, String> withoutPoll =
                Map.of("byajbook.control.poll", Replica.NEVER, "byajbook.control.ack-wait", "10s");
        try (Replica one = Replica.start(database, withoutPoll);
                Replica other = Replica.start(database, withoutPoll)) {
            await().until(() -> one.isListening() && other.isListening());

            one.sql(CUT);
            assertThat(one.changed(to(12L, 0)).applied()).isEqualTo(2);
            await().until(() -> one.isListening() && other.isListening());

            assertThat(other.value()).isEqualTo(12);
            assertThat(other.changed(to(16L, 1)).applied()).isEqualTo(2);
        }
    }
}
