package com.byajbook.paymentflow.mandates.usecase;

import com.byajbook.paymentflow.mandates.domain.Mandate;
import com.byajbook.paymentflow.mandates.domain.MandateAnswer;
import com.byajbook.paymentflow.mandates.domain.MandatePolicy;
import com.byajbook.paymentflow.payments.usecase.Transactions;
import com.byajbook.platform.message.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls the provider about the mandates that wait for it, and stores what it answers. */
public final class ArrangeMandates {

    private final Transactions transactions;
    private final KeepMandates mandates;
    private final MandateProvider provider;
    private final MandatePolicy policy;
    private final Clock clock;
    private final int batch;

    public ArrangeMandates(
            Transactions transactions,
            KeepMandates mandates,
            MandateProvider provider,
            MandatePolicy policy,
            Clock clock,
            int batch) {
        this.transactions = transactions;
        this.mandates = mandates;
        this.provider = provider;
        this.policy = policy;
        this.clock = clock;
        this.batch = batch;
    }

    /** One batch. @return how many were due, at most the batch size */
    public Mono<Integer> arrangeDue() {
        return transactions.inOne(Mono.defer(this::take)).flatMap(this::arrange);
    }

    private Mono<List<Mandate>> take() {
        Instant now = clock.instant();
        return mandates.lockDue(now, batch)
                .map(due ->
                        due.stream().map(mandate -> mandate.leased(policy, now)).toList())
                .flatMap(leased -> mandates.save(leased).thenReturn(leased));
    }

    private Mono<Integer> arrange(List<Mandate> taken) {
        return Flux.fromIterable(taken)
                .flatMap(this::call, batch)
                .collectList()
                .flatMap(answers -> answers.isEmpty() ? Mono.empty() : transactions.commit(learn(answers)))
                .thenReturn(taken.size());
    }

    private Mono<Answered> call(Mandate mandate) {
        Mono<MandateAnswer> answer = mandate.isLeaving() ? provider.revoke(mandate) : provider.request(mandate);
        return answer.map(said -> new Answered(mandate, said));
    }

    private Mono<List<Message>> learn(List<Answered> answers) {
        List<UUID> ids = answers.stream().map(each -> each.about().mandateId()).toList();
        return mandates.lock(ids).flatMap(held -> keep(answers, held));
    }

    private Mono<List<Message>> keep(List<Answered> answers, Map<UUID, Mandate> held) {
        Instant now = clock.instant();
        Map<Mandate, Mandate> changes = answers.stream()
                .map(each -> each.onto(held, policy, now))
                .filter(change -> !change.before().equals(change.after()))
                .collect(Collectors.toMap(Change::before, Change::after));
        return mandates.save(List.copyOf(changes.values()))
                .thenReturn(changes.entrySet().stream()
                        .filter(change ->
                                change.getKey().state() != change.getValue().state())
                        .flatMap(change -> MandateNews.of(change.getValue()).stream())
                        .toList());
    }

    private record Change(Mandate before, Mandate after) {}

    private record Answered(Mandate about, MandateAnswer said) {

        Change onto(Map<UUID, Mandate> held, MandatePolicy policy, Instant now) {
            Mandate before = Objects.requireNonNull(held.get(about.mandateId()), "mandates are never deleted");
            return new Change(before, before.learn(said, about.version(), policy, now));
        }
    }
}
