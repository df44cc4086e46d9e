package com.byajbook.localstack.sandbox;

import java.net.BindException;

/** The sandbox as a process of its own; runs until it is told to stop. */
public final class SandboxMain {
    private SandboxMain() {}

    /** Reads BYAJBOOK_SANDBOX_PORT, BYAJBOOK_UPI_SECRET and BYAJBOOK_BIND; exits with 1 when it cannot listen. */
    public static void main(String[] arguments) {
        SandboxSettings settings = settings();
        Sandbox sandbox = started(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-shutdown"));
        System.out.println("The partner sandbox listens on " + sandbox.baseUrl());
        sandbox.onClose().block();
    }

    private static SandboxSettings settings() {
        try {
            return SandboxSettings.fromEnvironment(System.getenv());
        } catch (IllegalArgumentException e) {
            throw exit("The sandbox cannot start: " + e.getMessage());
        }
    }

    private static Sandbox started(SandboxSettings settings) {
        try {
            return Sandbox.start(settings);
        } catch (RuntimeException e) {
            if (e instanceof reactor.netty.ChannelBindException || e.getCause() instanceof BindException) {
                throw exit("Port " + settings.port() + " on " + settings.host() + " cannot be used (" + e.getMessage()
                        + "). Set BYAJBOOK_SANDBOX_PORT to another one.");
            }
            throw e;
        }
    }

    private static IllegalStateException exit(String message) {
        System.err.println(message);
        System.exit(1);
        return new IllegalStateException(message);
    }
}
