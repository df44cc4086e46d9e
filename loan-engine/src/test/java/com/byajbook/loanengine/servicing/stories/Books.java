package com.byajbook.loanengine.servicing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.invariant.Inspect;
import com.byajbook.platform.invariant.Inspected;
import com.byajbook.platform.invariant.ListChecks;
import java.time.Clock;
import java.util.Objects;

/** What always holds between the tables, asked of the database itself as the running service does. */
final class Books {

    private Books() {}

    static void assertHold(ServicingEngine engine) {
        assertThat(engine.texts("select loan_id::text from loan_account")).isNotEmpty();
        Inspect anew = new Inspect(engine.bean(ListChecks.class).list(), Clock.systemUTC());
        assertThat(Objects.requireNonNull(anew.inspect().block(ServicingEngine.PATIENCE))
                        .invariants())
                .allMatch(Inspected::holds);
    }
}
