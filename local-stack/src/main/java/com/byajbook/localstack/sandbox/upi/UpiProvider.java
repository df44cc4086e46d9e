package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.http.BadInput;
import com.byajbook.localstack.sandbox.http.Check;
import com.byajbook.localstack.sandbox.http.Reply;
import com.byajbook.localstack.sandbox.http.Request;
import com.byajbook.localstack.sandbox.http.Routes;
import com.byajbook.localstack.sandbox.partner.BoundedStore;
import com.byajbook.localstack.sandbox.partner.Partner;
import com.byajbook.localstack.sandbox.partner.PartnerFront;
import com.byajbook.localstack.sandbox.upi.UpiTransaction.Status;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** The UPI provider. Remembers the latest 50,000 transactions. */
public final class UpiProvider implements Partner, Disposable {
    private static final int REMEMBERED = 50_000;
    private static final long MAX_PAISE = 10_000_000_00L;

    private static final Pattern MERCHANT_TXN_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern CALLBACK_URL = Pattern.compile("https?://[^\\s/]+\\S{0,500}");
    private static final Pattern NOTE = Pattern.compile("\\P{Cntrl}{0,200}");

    private final PartnerFront front = new PartnerFront("upi");
    private final BoundedStore<String, UpiTransaction> transactions = new BoundedStore<>(REMEMBERED);
    private final Behaviours behaviours = new Behaviours();
    private final Timers timers = new Timers();
    private final Clock clock;
    private final References references;
    private final Endings endings;
    private final Webhooks webhooks;
    private final LongAdder distinct = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    private record Collect(
            @Nullable String merchantTxnId,
            @Nullable Long amountPaise,
            @Nullable String note,
            @Nullable String callbackUrl) {}

    /** A provider that signs its webhooks with this secret. */
    public UpiProvider(String webhookSecret, Clock clock) {
        this.clock = clock;
        references = new References(clock);
        endings = new Endings(references);
        webhooks = new Webhooks(timers, new WebhookSignature(webhookSecret), clock);
    }

    @Override
    public String name() {
        return "upi";
    }

    @Override
    public PartnerFront front() {
        return front;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on(
                "POST",
                "/upi/v1/collect",
                "Collect: {merchantTxnId, amountPaise, note, callbackUrl}; a signed webhook follows",
                request -> front.answer(() -> collect(request.json(Collect.class))));
        routes.on(
                "GET",
                "/upi/v1/transactions/{merchantTxnId}",
                "Inquiry",
                request -> front.answer(() -> inquire(request)));
        routes.on(
                "PUT",
                "/control/upi/behaviour",
                "{outcome: SUCCESS|FAILURE|DEEMED_SUCCESS|LATE_SUCCESS|SUBMIT_TIMEOUT|NEVER, webhookDelayMs, lateByMs, duplicates,"
                        + " reorder, dropWebhook} and one of {forNext: n}, {forTxn: id}, {forAmountPaise: n}, {default: true}",
                this::setBehaviour);
        routes.on(
                "GET",
                "/control/upi/transactions",
                "Newest transactions with their counts of collects, inquiries and webhooks; ?merchantTxnId= &limit=",
                this::list);
    }

    private Mono<Reply> collect(Collect body) {
        String id = merchantTxnId("merchantTxnId", body.merchantTxnId());
        long amount = amount("amountPaise", body.amountPaise());
        String callback = Check.text("callbackUrl", body.callbackUrl(), CALLBACK_URL, "an absolute http(s) URL");
        Check.text("note", body.note() == null ? "" : body.note(), NOTE, "at most 200 characters");
        if (timers.full()) {
            return Mono.just(Reply.problem(503, "sandbox_full", "Too many collections are pending in the sandbox."));
        }
        UpiTransaction transaction = transactions.getOrAdd(
                id,
                () -> new UpiTransaction(id, "UPI" + references.next(), amount, callback, behaviours.draw(id, amount)));
        if (transaction.amountPaise() != amount) {
            throw new BadInput(409, "This merchantTxnId was used with another amount.");
        }
        return taken(transaction, transaction.collectedFirst());
    }

    private Mono<Reply> taken(UpiTransaction transaction, boolean first) {
        (first ? distinct : repeated).increment();
        Behaviour behaviour = transaction.behaviour();
        if (first && behaviour.outcome() != Behaviour.Outcome.NEVER) {
            timers.after(behaviour.endsAfterMs(), () -> end(transaction));
        }
        if (first && behaviour.outcome() == Behaviour.Outcome.SUBMIT_TIMEOUT) {
            return Mono.never();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("merchantTxnId", transaction.merchantTxnId());
        answer.put("providerTxnId", transaction.providerTxnId());
        answer.put("status", Status.PENDING);
        return Mono.just(Reply.json(202, answer));
    }

    private void end(UpiTransaction transaction) {
        Behaviour behaviour = transaction.behaviour();
        transaction.end(endings.of(behaviour));
        if (!behaviour.sendsWebhook()) {
            dropped.increment();
            return;
        }
        Webhook webhook = Webhook.of(transaction, clock.instant());
        for (int copy = 0; copy <= behaviour.duplicates(); copy++) {
            webhooks.send(webhook, behaviour.reorder() && copy == 0);
        }
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
                        transaction ->
                                id.isEmpty() || transaction.merchantTxnId().equals(id),
                        request.limit(50, 10_000))
                .stream()
                .map(UpiTransaction::counted)
                .toList();
        return Mono.just(Reply.json(200, Map.of("items", found)));
    }

    static String merchantTxnId(String field, @Nullable String value) {
        return Check.text(field, value, MERCHANT_TXN_ID, "1 to 64 letters, digits, dots, colons, dashes");
    }

    static long amount(String field, @Nullable Long paise) {
        return Check.within(field, paise, 1, MAX_PAISE);
    }

    @Override
    public Map<String, Object> ownCounters() {
        Map<String, Object> counters = new LinkedHashMap<>();
        counters.put("distinctTransactions", distinct.sum());
        counters.put("repeatedCollects", repeated.sum());
        counters.putAll(endings.counters());
        counters.put("webhooksNeverSent", dropped.sum());
        counters.putAll(webhooks.counters());
        counters.put("timersPending", timers.pending());
        counters.put("behaviour", behaviours.shown());
        return counters;
    }

    @Override
    public void reset() {
        front.reset();
        transactions.clear();
        behaviours.reset();
        webhooks.resetCounters();
        endings.reset();
        List.of(distinct, repeated, dropped).forEach(LongAdder::reset);
    }

    @Override
    public void dispose() {
        timers.dispose();
        webhooks.dispose();
    }
}
