package com.byajbook.platform.postgres;

import io.r2dbc.spi.ValidationDepth;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * One service's database and the bounds of its pools.
 *
 * @param url the server as {@code postgresql://user:password@host:port}, without a database
 * @param database the database that this service alone owns
 */
@Validated
@ConfigurationProperties("byajbook.postgres")
public record PostgresProperties(
        @NotNull URI url,
        @NotBlank String database,
        @Valid @DefaultValue Pool pool,
        @Valid @DefaultValue Report report) {

    private static final int DEFAULT_PORT = 5432;

    /** One in so many connections may be a report's: what can be slow never takes what cannot wait. */
    private static final int REPORT_SHARE = 5;

    private static final int MOST_BY_DEFAULT = 2;

    public PostgresProperties {
        Integer given = report.size();
        if (given != null && given > Math.max(1, pool.size() / REPORT_SHARE)) {
            throw new IllegalArgumentException("byajbook.postgres.report.size of " + given
                    + " is more than a fifth of byajbook.postgres.pool.size, which is " + pool.size());
        }
    }

    /** How many connections reports have. */
    int reportConnections() {
        Integer given = report.size();
        return given == null ? Math.min(MOST_BY_DEFAULT, Math.max(1, pool.size() / REPORT_SHARE)) : given;
    }

    String host() {
        return url.getHost();
    }

    int port() {
        return url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
    }

    String user() {
        return credentials()[0];
    }

    String password() {
        String[] credentials = credentials();
        return credentials.length > 1 ? credentials[1] : "";
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
    }

    private String[] credentials() {
        String info = url.getUserInfo();
        return (info == null ? "postgres" : info).split(":", 2);
    }

    /**
     * The bounds of the pool. A gate in front keeps its queue near zero; these are what holds when the gate is wrong.
     *
     * @param size connections, all kept open
     * @param acquireTimeout the longest wait for a connection
     * @param maxPending the most waiters; one more is refused at once
     * @param statementTimeout after this the server ends a statement
     * @param lockTimeout after this the server gives up a wait for a lock
     * @param maxLifetime after this a connection is replaced, so that a restarted or moved server is followed
     * @param validation REMOTE asks the server before a connection is handed out, so that a hung one is never; LOCAL trusts
     *     the socket
     * @param preparedStatements the most statements that a connection keeps prepared
     */
    public record Pool(
            @Min(1) @DefaultValue("10") int size,
            @NotNull @DefaultValue("2s") Duration acquireTimeout,
            @Min(1) @DefaultValue("200") int maxPending,
            @NotNull @DefaultValue("5s") Duration statementTimeout,
            @NotNull @DefaultValue("3s") Duration lockTimeout,
            @NotNull @DefaultValue("10m") Duration maxLifetime,
            @NotNull @DefaultValue("REMOTE") ValidationDepth validation,
            @Min(0) @DefaultValue("128") int preparedStatements) {}

    /**
     * The connections of lists, history and documents, beside those of the pool. What is not named here is as in the pool.
     *
     * @param size connections, all kept open; at most a fifth of the pool's, and one in any case; if nothing is said, two
     *     where a fifth is as many
     * @param maxPending the most waiters; one more is refused at once
     * @param statementTimeout after this the server ends a statement
     * @param lockTimeout after this the server gives up a wait for a lock
     */
    public record Report(
            @Nullable @Min(1) Integer size,
            @Min(1) @DefaultValue("50") int maxPending,
            @NotNull @DefaultValue("2s") Duration statementTimeout,
            @NotNull @DefaultValue("500ms") Duration lockTimeout) {}
}
