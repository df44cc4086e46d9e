package com.byajbook.localstack.testing;

import com.byajbook.localstack.servers.ChromiumPrograms;
import com.byajbook.localstack.servers.StackHome;

/** The browser that tests drive: the machine's Chromium, installed once where it is missing. */
public final class TestBrowser {

    private TestBrowser() {}

    /** Chromium and its driver; the first call on a fresh machine may take some minutes. */
    public static ChromiumPrograms programs() {
        return Found.PROGRAMS;
    }

    /** Lazily, once a JVM. */
    private static final class Found {
        static final ChromiumPrograms PROGRAMS =
                ChromiumPrograms.findOrInstall(StackHome.of(TestServers.STACK), System.err::println);
    }
}
