package com.byajbook.loanengine.servicing.stories;

import com.byajbook.loanengine.LoanEngineApplication;
import com.byajbook.loanengine.servicing.usecase.AnnounceStanding;
import com.byajbook.loanengine.servicing.usecase.LowerExposures;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.Opened;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.PaidOut;
import com.byajbook.localstack.testing.TestServers;
import com.byajbook.platform.message.DistributeRepayment;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.TakeBackRepayment;
import com.byajbook.platform.messaging.ConsumerBinding;
import com.byajbook.platform.messaging.MessageTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The loan engine on real servers; who hears of loans and exposures is scripted. */
final class ServicingEngine implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final String TOKEN = "token-of-the-test";

    private final ConfigurableApplicationContext context;

    private ServicingEngine(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static ServicingEngine start(Map<String, String> settings) {
        return start(settings, Listening.class);
    }

    /** With what the story needs beside that, or instead. */
    static ServicingEngine start(Map<String, String> settings, Class<?>... configurations) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("server.port", "0");
        all.put("management.server.port", "0");
        all.put("byajbook.internal-token", TOKEN);
        all.put("byajbook.postgres.url", TestServers.get().postgresUrl());
        all.put("byajbook.postgres.database", TestServers.freshDatabase("lending"));
        all.put("byajbook.postgres.pool.acquire-timeout", "20s");
        all.put("byajbook.postgres.pool.lock-timeout", "20s");
        all.put("byajbook.postgres.pool.statement-timeout", "20s");
        all.put("byajbook.rabbitmq.url", TestServers.get().rabbitUrl());
        all.put("byajbook.rabbitmq.prefix", TestServers.freshPrefix());
        all.put("byajbook.servicing.day-end.enabled", "false");
        all.put("byajbook.autopay.enabled", "false");
        all.putAll(settings);
        return new ServicingEngine(new SpringApplicationBuilder(LoanEngineApplication.class)
                .sources(configurations)
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new)));
    }

    /** Opens accounts in a transaction, as the disbursal does. */
    List<Opened> open(List<PaidOut> loans) {
        return Objects.requireNonNull(bean(OpenAccounts.class)
                .open(loans)
                .as(bean(TransactionalOperator.class)::transactional)
                .block(PATIENCE));
    }

    void send(List<? extends Message> messages) {
        bean(MessageTransaction.class)
                .commit(Mono.just(List.copyOf(messages)))
                .then()
                .block(PATIENCE);
    }

    static PaymentChanged paid(UUID loan, UUID borrower, long paise, Instant at) {
        return paid(UUID.randomUUID(), loan, borrower, paise, at);
    }

    static PaymentChanged paid(UUID payment, UUID loan, UUID borrower, long paise, Instant at) {
        return new PaymentChanged(
                UUID.randomUUID(),
                at,
                payment,
                loan,
                borrower,
                2,
                PaymentChanged.Status.SUCCEEDED,
                paise,
                "UTR" + payment,
                null,
                null);
    }

    Listening listening() {
        return bean(Listening.class);
    }

    List<DistributeRepayment> distributed(UUID loan) {
        return listening().distributions.stream()
                .filter(message -> message.loanId().equals(loan))
                .toList();
    }

    long number(String query, UUID loan) {
        return Objects.requireNonNull(bean(DatabaseClient.class)
                .sql(query)
                .bind(0, loan)
                .mapValue(Long.class)
                .one()
                .block(PATIENCE));
    }

    /** The rows of a query as text, in its order. */
    List<String> texts(String query) {
        return Objects.requireNonNull(bean(DatabaseClient.class)
                .sql(query)
                .mapValue(String.class)
                .all()
                .collectList()
                .block(PATIENCE));
    }

    WebTestClient.ResponseSpec get(String path, Object... variables) {
        return client().get().uri(path, variables).exchange();
    }

    WebTestClient.ResponseSpec post(String path, String json, Object... variables) {
        return client().post()
                .uri(path, variables)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"))
                .responseTimeout(PATIENCE)
                .defaultHeaders(headers -> headers.setBearerAuth(TOKEN))
                .build();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Hears what others would. */
    static class Listening {

        final ConcurrentLinkedQueue<DistributeRepayment> distributions = new ConcurrentLinkedQueue<>();
        final ConcurrentLinkedQueue<TakeBackRepayment> takenBack = new ConcurrentLinkedQueue<>();
        final ConcurrentLinkedQueue<AnnounceStanding.Changed> standings = new ConcurrentLinkedQueue<>();
        final ConcurrentLinkedQueue<LowerExposures.PrincipalRepaid> lowered = new ConcurrentLinkedQueue<>();

        /** So many announcements succeed, and the one after them fails its transaction once. */
        final AtomicInteger untilFailure = new AtomicInteger(Integer.MAX_VALUE);

        @Bean
        ConsumerBinding<DistributeRepayment> distributing() {
            return ConsumerBinding.of("test.distributions", DistributeRepayment.class)
                    .handledBy(messages -> Mono.fromRunnable(() -> distributions.addAll(messages)));
        }

        @Bean
        ConsumerBinding<TakeBackRepayment> takingBack() {
            return ConsumerBinding.of("test.taking-back", TakeBackRepayment.class)
                    .handledBy(messages -> Mono.fromRunnable(() -> takenBack.addAll(messages)));
        }

        @Bean
        @Primary
        AnnounceStanding recordedStandings() {
            return changed -> Mono.fromCallable(() -> {
                if (untilFailure.getAndDecrement() == 0) {
                    throw new IllegalStateException("the process was killed here");
                }
                standings.addAll(changed);
                return List.of();
            });
        }

        @Bean
        @Primary
        LowerExposures recordedExposures() {
            return repaid -> Mono.fromRunnable(() -> lowered.addAll(repaid));
        }
    }
}
