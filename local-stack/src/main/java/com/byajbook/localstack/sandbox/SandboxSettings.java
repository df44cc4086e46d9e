package com.byajbook.localstack.sandbox;

import java.util.Map;

/**
 * Where the sandbox listens and with what it signs.
 *
 * @param host address to bind
 * @param port port to bind, 0 for any free one
 * @param webhookSecret shared with the receiver of the UPI provider's webhooks
 */
public record SandboxSettings(String host, int port, String webhookSecret) {
    static final String LOCAL_HOST = "127.0.0.1";
    static final String LOCAL_SECRET = "local-upi-secret";
    private static final int LOCAL_PORT = 8090;

    /** Refuses what could never be bound or would sign nothing. */
    public SandboxSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535, not " + port);
        }
        if (host.isBlank() || webhookSecret.isBlank()) {
            throw new IllegalArgumentException("host and webhookSecret must not be blank");
        }
    }

    /** Loopback, the local secret, this port. */
    public static SandboxSettings local(int port) {
        return new SandboxSettings(LOCAL_HOST, port, LOCAL_SECRET);
    }

    /** From BYAJBOOK_BIND, BYAJBOOK_SANDBOX_PORT and BYAJBOOK_UPI_SECRET, with the local defaults. */
    public static SandboxSettings fromEnvironment(Map<String, String> environment) {
        String port = environment.getOrDefault("BYAJBOOK_SANDBOX_PORT", String.valueOf(LOCAL_PORT));
        if (!port.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("BYAJBOOK_SANDBOX_PORT must be a port number, not '" + port + "'");
        }
        return new SandboxSettings(
                environment.getOrDefault("BYAJBOOK_BIND", LOCAL_HOST),
                Integer.parseInt(port),
                environment.getOrDefault("BYAJBOOK_UPI_SECRET", LOCAL_SECRET));
    }
}
