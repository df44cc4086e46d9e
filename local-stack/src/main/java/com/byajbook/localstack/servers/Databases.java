package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Creates databases on a PostgreSQL server, ours or another. */
public final class Databases {
    /** One database a service. */
    public static final List<String> OF_THE_SERVICES = List.of("intake", "lending", "payments", "notifications");

    private static final String MAINTENANCE = "postgres";
    private static final String EXISTS = "select 1 from pg_database where datname = ?";
    private static final String DUPLICATE_DATABASE = "42P04";
    private static final int NAME_LENGTH = 24;

    private final PostgresUrl server;

    public Databases(String serverUrl) {
        this.server = PostgresUrl.parse(serverUrl);
    }

    public void createMissing(List<String> names) {
        try (Connection connection = server.connect(MAINTENANCE)) {
            for (String name : names) {
                if (!exists(connection, name)) {
                    create(connection, name);
                }
            }
        } catch (SQLException e) {
            throw failed("create the databases " + names, e);
        }
    }

    /** A new empty database with {@code hint} in its name. */
    public String createFresh(String hint) {
        String readable = hint.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String name = "test_" + readable.substring(0, Math.min(NAME_LENGTH, readable.length())) + "_"
                + UUID.randomUUID().toString().substring(0, 8);
        createMissing(List.of(name));
        return name;
    }

    /** Removes databases even while somebody is connected. */
    public void drop(List<String> names) {
        try (Connection connection = server.connect(MAINTENANCE);
                Statement statement = connection.createStatement()) {
            for (String name : names) {
                statement.execute("drop database if exists " + quoted(name) + " with (force)");
            }
        } catch (SQLException e) {
            throw failed("drop the databases " + names, e);
        }
    }

    boolean answers() {
        try (Connection connection = server.connect(MAINTENANCE)) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(EXISTS)) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create database " + quoted(name));
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private LocalStackException failed(String what, SQLException cause) {
        return new LocalStackException(
                "PostgreSQL at " + server.host() + ":" + server.port() + " did not " + what + ": " + cause.getMessage(),
                cause);
    }
}
