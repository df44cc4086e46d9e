package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.services.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which ops port, and as whom. */
final class OpsOptions {

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:BYAJBOOK_OPS_TOKEN}",
            description = "An access token with the role ops (default: $BYAJBOOK_OPS_TOKEN, else one of this laptop).")
    private @Nullable String token;

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The api's ops port (default: that of ./byajbook up).")
    private @Nullable URI url;

    /** The ops port with a token: one that was given, else a fresh one where the api gives some out. */
    OpsPort open() {
        URI ops = url == null ? Stack.asStarted().opsOf(Service.API) : url;
        return new HttpOpsPort(ops, token == null || token.isBlank() ? local(ops) : token.strip());
    }

    private static String local(URI ops) {
        List<String> tokens = new ArrayList<>();
        new LocalUsers(ops).tokens(1, Role.OPS, tokens::add);
        return tokens.stream()
                .findFirst()
                .orElseThrow(() -> new LocalStackException(
                        "The api at " + ops + " gives no tokens out. Give one of a user with the role ops as --token, "
                                + "or in BYAJBOOK_OPS_TOKEN."));
    }
}
