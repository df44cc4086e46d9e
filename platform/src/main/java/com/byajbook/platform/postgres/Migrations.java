package com.byajbook.platform.postgres;

import org.flywaydb.core.Flyway;

/** Brings the service's schema up to date before anything reads it: the platform's own tables first, then the service's. */
public final class Migrations {

    /** A database that is still starting is waited for about this many seconds. */
    private static final int CONNECT_RETRIES = 30;

    private Migrations() {}

    /** Runs on the starting thread; returns when the schema is current, throws when it cannot be. */
    static Migrations migrate(PostgresProperties postgres) {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(), postgres.user(), postgres.password())
                .locations("classpath:db/platform", "classpath:db/migration")
                // The platform's numbers lie below every service's: a new one comes to databases that are ahead of it.
                .outOfOrder(true)
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(1)
                .load()
                .migrate();
        return new Migrations();
    }
}
