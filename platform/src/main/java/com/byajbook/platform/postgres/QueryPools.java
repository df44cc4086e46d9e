package com.byajbook.platform.postgres;

import com.byajbook.platform.deadline.MissedDeadlines;
import com.byajbook.platform.overload.gate.Gate;
import com.byajbook.platform.overload.gate.GateDefinition;
import com.byajbook.platform.overload.gate.Gates;
import com.byajbook.platform.pipe.StageKind;
import io.r2dbc.pool.ConnectionPool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.Disposable;

/**
 * The connections of a service, one pool and one gate for each class of queries. No limiter saves a shared pool from slow
 * queries; separation does. Where admission is switched off all share one pool, as services without it do.
 */
final class QueryPools implements Disposable {

    private final List<ConnectionPool> pools = new ArrayList<>();
    private final GatedConnections main;
    private final GatedConnections report;

    QueryPools(PostgresProperties postgres, Gates gates, MissedDeadlines deadlines) {
        ConnectionPools building = new ConnectionPools(postgres);
        QueryClass mainQueries = QueryClass.main(postgres.pool());
        QueryClass reportQueries = QueryClass.report(postgres);
        if (gates.isProtecting()) {
            this.main = gated(building.bounded(mainQueries), mainQueries, gates, deadlines);
            this.report = gated(building.bounded(reportQueries), reportQueries, gates, deadlines);
        } else {
            int all = mainQueries.connections() + reportQueries.connections();
            this.main = gated(building.unbounded(all), mainQueries, gates, deadlines);
            this.report = main;
        }
    }

    private GatedConnections gated(ConnectionPool pool, QueryClass queries, Gates gates, MissedDeadlines deadlines) {
        pools.add(pool);
        AtomicBoolean away = new AtomicBoolean();
        Gate gate = gates.define(new GateDefinition(
                queries.gate(),
                StageKind.POOL,
                queries.limits(),
                queries.connections(),
                queries.firstGuess(),
                () -> away.get() ? "disconnected" : ""));
        return new GatedConnections(pool, gate, away, deadlines);
    }

    /** What a request, a consumer or a sweep cannot do without. */
    GatedConnections main() {
        return main;
    }

    /** Lists, history and documents. */
    GatedConnections report() {
        return report;
    }

    /** The pools themselves, past their gates. */
    List<ConnectionPool> pools() {
        return List.copyOf(pools);
    }

    @Override
    public void dispose() {
        pools.forEach(ConnectionPool::dispose);
    }
}
