package com.byajbook.platform.postgres;

import com.byajbook.platform.deadline.DeadlineConfiguration;
import com.byajbook.platform.deadline.MissedDeadlines;
import com.byajbook.platform.overload.OverloadConfiguration;
import com.byajbook.platform.overload.gate.Gates;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The connections by class of queries, and what Spring puts on top of them. */
@AutoConfiguration(after = {OverloadConfiguration.class, DeadlineConfiguration.class})
@EnableConfigurationProperties(PostgresProperties.class)
public class PostgresConfiguration {

    @Bean
    Migrations migrations(PostgresProperties postgres) {
        return Migrations.migrate(postgres);
    }

    /** Asks for the migrations so that no query meets an old schema. */
    @Bean(destroyMethod = "dispose")
    QueryPools queryPools(PostgresProperties postgres, Migrations migrations, Gates gates, MissedDeadlines deadlines) {
        return new QueryPools(postgres, gates, deadlines);
    }

    @Bean
    @Primary
    ConnectionFactory mainConnections(QueryPools pools) {
        return pools.main();
    }

    @Bean
    @ReportQueries
    ConnectionFactory reportConnections(QueryPools pools, ObjectProvider<ReportDecorator> decorators) {
        GatedConnections connections = pools.report();
        for (ReportDecorator decorator : decorators.orderedStream().toList()) {
            connections = connections.with(decorator);
        }
        return connections;
    }

    @Bean
    PoolWarmUp poolWarmUp(QueryPools pools) {
        return new PoolWarmUp(pools.pools());
    }

    @Bean
    ReactiveTransactionManager transactionManager(ConnectionFactory connections) {
        return new R2dbcTransactionManager(connections);
    }

    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager transactionManager) {
        return TransactionalOperator.create(transactionManager);
    }

    @Bean
    @Primary
    DatabaseClient databaseClient(ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }

    /** For reads alone: transactions go over the main connections. */
    @Bean
    @ReportQueries
    DatabaseClient reportClient(@ReportQueries ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }

    /** Past the gate: a service that has much to do is not ill. */
    @Bean
    PostgresHealth postgresHealthIndicator(QueryPools pools) {
        return new PostgresHealth(DatabaseClient.create(pools.main().unwrap()));
    }
}
