package com.byajbook.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class MigrationsIT {

    @Test
    void a_new_migration_of_the_platform_reaches_a_database_whose_service_is_ahead_of_it() {
        PostgresProperties postgres = PostgresFixture.properties("ahead");
        flyway(postgres, "classpath:db/ahead");

        assertThat(Migrations.migrate(postgres)).isNotNull();

        assertThat(Flyway.configure()
                        .dataSource(postgres.jdbcUrl(), postgres.user(), postgres.password())
                        .locations("classpath:db/platform", "classpath:db/ahead")
                        .outOfOrder(true)
                        .load()
                        .info()
                        .pending())
                .isEmpty();
    }

    private static void flyway(PostgresProperties postgres, String location) {
        assertThat(Flyway.configure()
                        .dataSource(postgres.jdbcUrl(), postgres.user(), postgres.password())
                        .locations(location)
                        .load()
                        .migrate()
                        .migrationsExecuted)
                .isEqualTo(1);
    }
}
