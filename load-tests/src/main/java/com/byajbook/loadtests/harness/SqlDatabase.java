package com.byajbook.loadtests.harness;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database as seen from outside of the service that owns it: for judges and for waiting, never for changing. */
public final class SqlDatabase {
    private static final String SECONDS = "10";
    private static final int QUERY_SECONDS = 30;

    private final String jdbcUrl;
    private final String user;
    private final String password;

    /** A database of a server whose URL is {@code postgresql://user:password@host:port}. */
    public SqlDatabase(String serverUrl, String database) {
        URI server = URI.create(serverUrl);
        String[] credentials = server.getUserInfo().split(":", 2);
        this.jdbcUrl = "jdbc:postgresql://" + server.getHost() + ":" + server.getPort() + "/" + database
                + "?connectTimeout=" + SECONDS + "&ApplicationName=byajbook-load-tests";
        this.user = credentials[0];
        this.password = credentials.length > 1 ? credentials[1] : "";
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** The single number that a query answers with. */
    public long count(String sql, Object... values) {
        return list(sql, row -> row.getLong(1), values).get(0);
    }

    /** All rows of a query; arrays of Java objects are bound as arrays of uuid or text. */
    public <T> List<T> list(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(QUERY_SECONDS);
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                statement.setObject(
                        i + 1,
                        value instanceof Object[] array
                                ? connection.createArrayOf(value instanceof String[] ? "text" : "uuid", array)
                                : value);
            }
            return rows(statement, reading);
        } catch (SQLException e) {
            throw new HarnessException(jdbcUrl + " did not answer: " + e.getMessage(), e);
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, Reading<T> reading) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(reading.read(found));
            }
        }
        return rows;
    }

    /** Runs a statement that answers with nothing. */
    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new HarnessException(jdbcUrl + " did not do '" + sql + "': " + e.getMessage(), e);
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
