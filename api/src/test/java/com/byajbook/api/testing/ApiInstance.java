package com.byajbook.api.testing;

import com.byajbook.api.ApiApplication;
import com.byajbook.api.security.AccessTokens;
import com.byajbook.api.security.Role;
import com.byajbook.localstack.testing.Servers;
import com.byajbook.localstack.testing.TestServers;
import com.byajbook.platform.message.AcceptOffer;
import com.byajbook.platform.message.ApplyForLoan;
import com.byajbook.platform.message.CancelLoan;
import com.byajbook.platform.message.CommitFunds;
import com.byajbook.platform.message.DepositToWallet;
import com.byajbook.platform.message.InitiatePayment;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.SetAutopay;
import com.byajbook.platform.message.UpiCallback;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.messaging.MessageTransaction;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** A running api with a database and queues of its own. Neither the loan engine nor payment-flow runs behind it. */
public final class ApiInstance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConfigurableApplicationContext context;
    private final Queue<Message> commands;

    private ApiInstance(ConfigurableApplicationContext context, Queue<Message> commands) {
        this.context = context;
        this.commands = commands;
    }

    /** The instance that tests share which leave no trace for each other; starts once a JVM. */
    public static ApiInstance shared() {
        return Shared.INSTANCE;
    }

    /** An instance with its own database and queues, and these settings beside the usual ones. */
    public static ApiInstance start(Map<String, String> settings) {
        return start(settings, context -> {});
    }

    /** The same with beans of the test's own. */
    public static ApiInstance start(Map<String, String> settings, Consumer<GenericApplicationContext> beans) {
        Servers servers = TestServers.get();
        Map<String, Object> all = new HashMap<>(Map.of(
                "server.port",
                "0",
                "management.server.port",
                "0",
                "byajbook.postgres.url",
                servers.postgresUrl(),
                "byajbook.postgres.database",
                TestServers.freshDatabase("intake"),
                "byajbook.rabbitmq.url",
                servers.rabbitUrl(),
                "byajbook.rabbitmq.prefix",
                TestServers.freshPrefix(),
                "spring.data.redis.url",
                servers.redisUrl(),
                "byajbook.remote.loan-engine.url",
                "http://127.0.0.1:1",
                "byajbook.remote.payment-flow.url",
                "http://127.0.0.1:1",
                "byajbook.local-users.enabled",
                "true"));
        all.put("byajbook.ops.services.notifications", "http://127.0.0.1:1");
        // One person of a test sends what a crowd would.
        all.put("byajbook.users.rate", "100000");
        all.put("byajbook.users.burst", "100000");
        all.put("byajbook.users.in-flight", "100000");
        // Tests look at what is asked of it, and count it.
        all.put("byajbook.warm-up.longest", "0s");
        all.putAll(settings);
        Queue<Message> commands = new ConcurrentLinkedQueue<>();
        ConfigurableApplicationContext running = new SpringApplicationBuilder(ApiApplication.class)
                .initializers(
                        ApiInstance::withOwnEventLoops,
                        context -> takeCommands(context, commands),
                        context -> beans.accept((GenericApplicationContext) context))
                .run(all.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
        return new ApiInstance(running, commands);
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public int opsPort() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.management.port"));
    }

    /** A setting that this instance runs with. */
    public String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    /** Somebody new, KYC-complete, who calls this instance. */
    public Client client(Role role) {
        UUID user = UUID.randomUUID();
        return new Client(port(), user, context.getBean(AccessTokens.class).issue(user, role, true));
    }

    /** Somebody who calls the management port. */
    public Client operator(Role role) {
        UUID user = UUID.randomUUID();
        return new Client(opsPort(), user, context.getBean(AccessTokens.class).issue(user, role, true));
    }

    /** The same person at this instance. */
    public Client client(Client somewhereElse) {
        return new Client(port(), somewhereElse.user(), somewhereElse.token());
    }

    public Client borrower() {
        return client(Role.BORROWER);
    }

    public Client lender() {
        return client(Role.LENDER);
    }

    /** Sends messages over the real broker, as another service would. */
    public void publish(Message... messages) {
        context.getBean(MessageTransaction.class)
                .commit(Mono.just(List.of(messages)))
                .then()
                .block(PATIENCE);
    }

    /** The commands about one thing that came out of the broker, duplicates included. */
    public List<Message> commandsFor(UUID businessKey) {
        return commands.stream()
                .filter(command -> command.businessKey().equals(businessKey))
                .toList();
    }

    /** One number out of the instance's own database. */
    public long count(String sql, Object... parameters) {
        DatabaseClient.GenericExecuteSpec statement =
                context.getBean(DatabaseClient.class).sql(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement = statement.bind(i, parameters[i]);
        }
        Long count = statement.map(row -> row.get(0, Long.class)).one().block(PATIENCE);
        return count == null ? -1 : count;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Has the queues of the owners, who are not here, and keeps what comes. */
    private static void takeCommands(ConfigurableApplicationContext context, Queue<Message> commands) {
        GenericApplicationContext beans = (GenericApplicationContext) context;
        beans.registerBean(
                "loans", ConsumerBinding.class, () -> taking("loan-engine.applications", ApplyForLoan.class, commands));
        beans.registerBean(
                "payments",
                ConsumerBinding.class,
                () -> taking("payment-flow.payments", InitiatePayment.class, commands));
        beans.registerBean(
                "callbacks",
                ConsumerBinding.class,
                () -> taking("payment-flow.callbacks", UpiCallback.class, commands));
        beans.registerBean(
                "market",
                ConsumerBinding.class,
                () -> takingMany(
                        "loan-engine.market",
                        List.of(AcceptOffer.class, CancelLoan.class, CommitFunds.class, SetAutopay.class),
                        commands));
        beans.registerBean(
                "deposits",
                ConsumerBinding.class,
                () -> taking("payment-flow.deposits", DepositToWallet.class, commands));
    }

    private static ConsumerBinding<Message> takingMany(
            String queue, List<Class<? extends Message>> contracts, Queue<Message> commands) {
        return ConsumerBinding.ofMany(queue, contracts)
                .handledBy(batch -> Mono.fromRunnable(() -> commands.addAll(batch)));
    }

    private static <M extends Message> ConsumerBinding<M> taking(
            String queue, Class<M> contract, Queue<Message> commands) {
        return ConsumerBinding.of(queue, contract).handledBy(batch -> Mono.fromRunnable(() -> commands.addAll(batch)));
    }

    /** The global ones are closed with the first instance that stops. */
    private static void withOwnEventLoops(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, () -> {
            ReactorResourceFactory loops = new ReactorResourceFactory();
            loops.setUseGlobalResources(false);
            return loops;
        });
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class Shared {
        static final ApiInstance INSTANCE = start(Map.of());
    }
}
