package com.byajbook.localstack.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An api with one limit for each unit that keeps what it is told, and one service that is silent. */
final class ScriptedOpsPort implements OpsPort {

    static final Instant NOW = Instant.parse("2026-11-08T12:00:00Z");
    static final OpsLimit WIDTH = limit("gate.intake.width", "COUNT", 8, 0, null);
    static final OpsLimit TARGET = limit("gate.intake.target.high", "MILLIS", 50, 3, NOW.plus(Duration.ofSeconds(582)));

    private final List<LimitOrder> orders = new ArrayList<>();
    private final int applied;
    private final int replicas;

    ScriptedOpsPort(int applied, int replicas) {
        this.applied = applied;
        this.replicas = replicas;
    }

    List<LimitOrder> orders() {
        return orders;
    }

    static OpsLimits all() {
        return new OpsLimits(List.of(
                new OpsLimits.OfService("api", List.of(TARGET, WIDTH), null),
                new OpsLimits.OfService(
                        "loan-engine", List.of(), "loan-engine is not available at the moment; retry shortly.")));
    }

    @Override
    public OpsLimits limits() {
        return all();
    }

    @Override
    public String limitsAsJson() {
        return "{}";
    }

    @Override
    public OpsChanges changes(int count) {
        return new OpsChanges(
                List.of(
                        new OpsChanges.Entry(
                                "api",
                                NOW.plusSeconds(600),
                                "gate.intake.width",
                                "REVERTED",
                                12L,
                                8L,
                                2,
                                "reverted automatically",
                                "byajbook",
                                null),
                        new OpsChanges.Entry(
                                "api",
                                NOW,
                                "gate.intake.width",
                                "CHANGED",
                                8L,
                                12L,
                                1,
                                "Diwali",
                                "asha",
                                NOW.plusSeconds(600))),
                List.of("loan-engine"));
    }

    @Override
    public long decisions(String service, String gate, Path file) {
        return 0;
    }

    @Override
    public LimitChanged change(String service, String limit, LimitOrder order) {
        orders.add(order);
        Duration ttl = order.ttl();
        OpsLimit after = new OpsLimit(
                limit,
                "COUNT",
                order.value() == null ? WIDTH.initial() : order.value(),
                WIDTH.initial(),
                WIDTH.min(),
                WIDTH.max(),
                order.version() + 1,
                null,
                order.reason(),
                "asha",
                NOW,
                ttl == null ? null : NOW.plus(ttl),
                ttl == null ? null : WIDTH.value());
        return new LimitChanged(after, applied, replicas);
    }

    private static OpsLimit limit(String name, String unit, long value, long version, @Nullable Instant expiresAt) {
        return new OpsLimit(
                name,
                unit,
                value,
                8,
                1,
                1_000,
                version,
                "Batches at once.",
                version == 0 ? null : "Diwali",
                version == 0 ? null : "asha",
                version == 0 ? null : NOW,
                expiresAt,
                expiresAt == null ? null : Long.valueOf(8));
    }
}
