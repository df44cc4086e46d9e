package com.byajbook.localstack.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Limits in aligned columns, one a line. */
final class LimitsTable {

    private static final TextTable.Side LEFT = TextTable.Side.LEFT;
    private static final TextTable.Side RIGHT = TextTable.Side.RIGHT;

    private final List<OpsLimits.OfService> services;
    private final Clock clock;

    LimitsTable(List<OpsLimits.OfService> services) {
        this(services, Clock.systemUTC());
    }

    LimitsTable(List<OpsLimits.OfService> services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    void print(PrintWriter out) {
        Instant now = clock.instant();
        TextTable table = new TextTable(List.of(LEFT, LEFT, RIGHT, LEFT, RIGHT, LEFT, RIGHT, LEFT));
        table.add("SERVICE", "LIMIT", "VALUE", "UNIT", "INITIAL", "BOUNDS", "VERSION", "EXPIRES");
        for (OpsLimits.OfService of : services) {
            of.limits().forEach(limit -> table.add(row(of.service(), limit, now)));
        }
        if (table.rows() > 1) {
            table.print(out);
        } else {
            out.println("There is no such limit.");
        }
        services.stream()
                .filter(of -> of.problem() != null)
                .forEach(of -> out.println(of.service() + " is not shown: " + of.problem()));
        out.flush();
    }

    private static String[] row(String service, OpsLimit limit, Instant now) {
        return new String[] {
            service,
            limit.name(),
            Long.toString(limit.value()),
            limit.unitWords(),
            Long.toString(limit.initial()),
            limit.bounds(),
            Long.toString(limit.version()),
            LimitPage.expiry(limit, now)
        };
    }
}
