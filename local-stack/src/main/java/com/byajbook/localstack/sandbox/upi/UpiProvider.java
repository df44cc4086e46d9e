package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.http.BadInput;
import com.byajbook.localstack.sandbox.http.Reply;
import com.byajbook.localstack.sandbox.http.Request;
import com.byajbook.localstack.sandbox.http.Routes;
import com.byajbook.localstack.sandbox.partner.Partner;
import com.byajbook.localstack.sandbox.partner.PartnerFront;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** A UPI provider under its own name, with state, behaviours, faults and counters that no other one shares. */
public final class UpiProvider implements Partner, Disposable {
    private final String name;
    private final PartnerFront front;
    private final Behaviours behaviours = new Behaviours();
    private final Timers timers;
    private final Webhooks webhooks;
    private final Transactions transactions;
    private final SettlementFile settlement;
    private final Mandates mandates;

    /**
     * A provider that signs its webhooks with this secret.
     *
     * @param name first part of its paths, and its name in webhooks and controls
     * @param referencePrefix what its UTRs begin with, different for each provider, and not a digit at its end
     */
    public UpiProvider(String name, String referencePrefix, String webhookSecret, Clock clock) {
        this.name = name;
        front = new PartnerFront(name);
        timers = new Timers(name);
        webhooks = new Webhooks(name, timers, new WebhookSignature(webhookSecret), clock);
        References references = new References(referencePrefix, clock);
        Endings endings = new Endings(references, clock);
        transactions = new Transactions(name, references, endings, behaviours, timers, webhooks);
        settlement = new SettlementFile(transactions, references, clock);
        mandates = new Mandates(transactions, clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PartnerFront front() {
        return front;
    }

    @Override
    public void addTo(Routes routes) {
        addCalls(routes, "/" + name + "/v1");
        addControls(routes, "/control/" + name);
    }

    private void addCalls(Routes routes, String base) {
        routes.on(
                "POST",
                base + "/collect",
                "Collect: {merchantTxnId, amountPaise, note, callbackUrl}; a signed webhook follows",
                request -> front.answer(() ->
                        transactions.submit(request.json(Order.Collect.class).order())));
        routes.on(
                "POST",
                base + "/pay",
                "Pay out: {merchantTxnId, amountPaise, payee, note, callbackUrl}; a signed webhook follows",
                request -> front.answer(
                        () -> transactions.submit(request.json(Order.Pay.class).order())));
        routes.on(
                "GET",
                base + "/transactions/{merchantTxnId}",
                "Inquiry",
                request -> front.answer(() -> inquire(request)));
        routes.on(
                "GET",
                base + "/settlements/{date}",
                "The settlement file of a day in India, yyyy-MM-dd, as CSV",
                request -> front.answer(() -> settlement.read(request)));
        mandates.addCalls(routes, base, front);
    }

    private void addControls(Routes routes, String base) {
        routes.on(
                "PUT",
                base + "/behaviour",
                "{outcome: SUCCESS|FAILURE|DEEMED_SUCCESS|LATE_SUCCESS|SUBMIT_TIMEOUT|NEVER|REVERSED_LATER, webhookDelayMs,"
                        + " lateByMs, duplicates, reorder, dropWebhook} and one of {forNext: n}, {forTxn: id},"
                        + " {forAmountPaise: n}, {default: true}",
                this::setBehaviour);
        routes.on(
                "GET",
                base + "/transactions",
                "Newest transactions with their counts of submissions, inquiries and webhooks; ?merchantTxnId= &limit=",
                this::list);
        routes.on(
                "PUT",
                base + "/settlement",
                "How the settlement file differs from the truth: {omit: [id], amounts: {id: paise},"
                        + " extra: [{merchantTxnId, direction: COLLECT|PAY, amountPaise, utr}]}; {} for not at all",
                settlement::distort);
        mandates.addControls(routes, base);
    }

    private Mono<Reply> inquire(Request request) {
        UpiTransaction transaction = transactions
                .find(request.path("merchantTxnId"))
                .orElseThrow(() -> new BadInput(404, "This merchantTxnId is not known here."));
        return Mono.just(Reply.json(200, transaction.inquired()));
    }

    private Mono<Reply> setBehaviour(Request request) {
        behaviours.set(request.json(Behaviour.Setting.class));
        return Mono.just(Reply.json(200, behaviours.shown()));
    }

    private Mono<Reply> list(Request request) {
        String id = request.query("merchantTxnId");
        List<UpiTransaction.Counted> found = transactions
                .newestFirst(
                        transaction -> id.isEmpty()
                                || transaction.order().merchantTxnId().equals(id),
                        request.limit(50, 10_000))
                .stream()
                .map(UpiTransaction::counted)
                .toList();
        return Mono.just(Reply.json(200, Map.of("items", found)));
    }

    @Override
    public Map<String, Object> ownCounters() {
        Map<String, Object> counters = new LinkedHashMap<>(transactions.counters());
        counters.putAll(webhooks.counters());
        counters.put("timersPending", timers.pending());
        counters.put("behaviour", behaviours.shown());
        counters.put("settlement", settlement.counters());
        return counters;
    }

    @Override
    public void reset() {
        front.reset();
        transactions.reset();
        behaviours.reset();
        settlement.reset();
        mandates.reset();
        webhooks.resetCounters();
    }

    @Override
    public void dispose() {
        timers.dispose();
        webhooks.dispose();
    }
}
