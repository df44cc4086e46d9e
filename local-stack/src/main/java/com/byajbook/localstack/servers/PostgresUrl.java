package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A server's address as in {@code postgresql://user:password@host:port}, without a database. */
record PostgresUrl(String host, int port, String user, String password) {
    private static final int DEFAULT_PORT = 5432;
    private static final String SECONDS = "5";

    static PostgresUrl parse(String url) {
        URI uri = URI.create(url);
        String userInfo = uri.getUserInfo();
        if (uri.getHost() == null || userInfo == null) {
            throw new LocalStackException("BYAJBOOK_POSTGRES_URL must look like postgresql://user:password@host:port");
        }
        int colon = userInfo.indexOf(':');
        return new PostgresUrl(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                colon < 0 ? userInfo : userInfo.substring(0, colon),
                colon < 0 ? "" : userInfo.substring(colon + 1));
    }

    Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("ApplicationName", "byajbook-local-stack");
        return DriverManager.getConnection("jdbc:postgresql://" + host + ":" + port + "/" + database, properties);
    }
}
