package com.byajbook.platform.control;

import com.byajbook.localstack.testing.TestServers;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import com.byajbook.platform.messaging.MessagingConfiguration;
import com.byajbook.platform.pipe.Pipe;
import com.byajbook.platform.pipe.StageSource;
import com.byajbook.platform.postgres.Rows;
import com.byajbook.platform.remote.RemoteConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** A running process of a service with one limit, over a database that it may share with others. */
final class Replica implements AutoCloseable {

    /** For settings that switch the poll off. */
    static final String NEVER = "1h";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConfigurableApplicationContext context;

    private Replica(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static String freshDatabase() {
        return TestServers.freshDatabase("control");
    }

    /** Without HTTP. */
    static Replica start(String database, Map<String, String> settings) {
        return start(database, settings, WebApplicationType.NONE);
    }

    static Replica startWithHttp(String database) {
        return start(database, Map.of(), WebApplicationType.REACTIVE);
    }

    private static Replica start(String database, Map<String, String> settings, WebApplicationType type) {
        Map<String, String> all = new HashMap<>(Map.of(
                "spring.application.name",
                "byajbook-shop",
                "spring.main.banner-mode",
                "off",
                "server.port",
                "0",
                "byajbook.internal-token",
                "an-internal-token-for-tests",
                "byajbook.postgres.url",
                TestServers.get().postgresUrl(),
                "byajbook.postgres.database",
                database,
                "byajbook.postgres.pool.size",
                "2"));
        all.putAll(settings);
        return new Replica(new SpringApplicationBuilder(Shop.class)
                .web(type)
                .initializers(Replica::withOwnEventLoops)
                .run(all.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new)));
    }

    /** The global ones are closed with the first context that stops. */
    private static void withOwnEventLoops(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, () -> {
            ReactorResourceFactory loops = new ReactorResourceFactory();
            loops.setUseGlobalResources(false);
            return loops;
        });
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** What the limit is in this process. */
    long value() {
        return Limits.valueIn(bean(LiveLimits.class));
    }

    ChangeOutcome change(LimitChange change) {
        return get(bean(ChangeLimit.class).change(change));
    }

    /** The change, which must have been taken. */
    ChangedLimit changed(LimitChange change) {
        return change(change).getOrThrow();
    }

    LimitView limit() {
        return get(bean(ListLimits.class).get(Limits.WIDTH));
    }

    ServiceReplicas replicas() {
        return get(bean(ListReplicas.class).live());
    }

    ServiceChanges changes() {
        return get(bean(ListChanges.class).latest(null, 100));
    }

    boolean isListening() {
        return bean(MeterRegistry.class)
                        .get("byajbook.control.listening")
                        .gauge()
                        .value()
                == 1;
    }

    void sql(String statement) {
        bean(DatabaseClient.class).sql(statement).then().block(PATIENCE);
    }

    long count(String query) {
        return get(bean(DatabaseClient.class)
                .sql(query)
                .map(row -> Rows.get(row, "count", Long.class))
                .one());
    }

    static <T> T get(Mono<T> value) {
        return value.blockOptional(PATIENCE).orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }

    /** What a service brings to the control plane: limits, and here nothing else. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {MessagingConfiguration.class, RemoteConfiguration.class})
    static class Shop {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        LiveLimit width(LiveLimits limits) {
            return limits.define(Limits.DEFINITION);
        }

        @Bean
        StageSource intake() {
            return () -> Stages.named("intake");
        }

        /** As a gate that is made late adds it. */
        @Bean
        SmartInitializingSingleton relay(Pipe pipe) {
            return () -> pipe.add(() -> Stages.named("relay"));
        }

        @Bean
        DecisionDumps decisions() {
            return new OneGate();
        }
    }
}
