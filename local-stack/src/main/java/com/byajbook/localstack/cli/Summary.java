package com.byajbook.localstack.cli;

import com.byajbook.localstack.services.Service;
import java.io.PrintWriter;

/** How to use what runs. */
final class Summary {
    private final Stack stack;

    Summary(Stack stack) {
        this.stack = stack;
    }

    void print(PrintWriter out) {
        out.println();
        new ProcessTable(stack).print(out);
        out.println();
        out.println("  API        " + stack.get(Service.API).url());
        out.println("  API docs   " + stack.get(Service.API).url() + "/v3/api-docs");
        out.println("  Ops        " + stack.opsOf(Service.API).resolve("/ops/")
                + "  (sign in with a token of: tokens 1 --role ops)");
        out.println("  SMS inbox  " + stack.get(Service.SANDBOX).url() + "/inbox");
        out.println();
        new Stories(stack.get(Service.API).url(), stack.get(Service.SANDBOX).url()).print(out);
        out.flush();
    }
}
