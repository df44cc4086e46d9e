package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.http.BadInput;
import com.byajbook.localstack.sandbox.http.Check;
import com.byajbook.localstack.sandbox.http.Reply;
import com.byajbook.localstack.sandbox.http.Request;
import com.byajbook.localstack.sandbox.http.Routes;
import com.byajbook.localstack.sandbox.partner.BoundedStore;
import com.byajbook.localstack.sandbox.partner.PartnerFront;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The latest 10,000 mandates of a provider, and the debits that they allow. */
final class Mandates {
    /** Above it the payer has to authenticate each debit, which a merchant cannot do for them. */
    static final long WITHOUT_AUTHENTICATION_PAISE = 15_000_00;

    private static final int REMEMBERED = 10_000;
    private static final long MOST_PAISE = 100_000_00;

    private final Transactions transactions;
    private final Clock clock;
    private final BoundedStore<String, Mandate> remembered = new BoundedStore<>(REMEMBERED);
    private final BoundedStore<String, Mandate.Behaviour> own = new BoundedStore<>(REMEMBERED);
    private volatile Mandate.Behaviour byDefault = Mandate.Behaviour.NORMAL;

    Mandates(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The body of {@code POST .../v1/mandates}. */
    record Asked(
            @Nullable String merchantMandateId,
            @Nullable String payer,
            @Nullable Long maxAmountPaise) {}

    void addCalls(Routes routes, String base, PartnerFront front) {
        routes.on(
                "POST",
                base + "/mandates",
                "Ask a payer for a mandate: {merchantMandateId, payer, maxAmountPaise}",
                request -> front.answer(() -> shown(ask(request.json(Asked.class)))));
        routes.on(
                "GET",
                base + "/mandates/{merchantMandateId}",
                "Inquiry",
                request -> front.answer(() -> shown(known(request))));
        routes.on(
                "POST",
                base + "/mandates/{merchantMandateId}/revocation",
                "Give a mandate back",
                request -> front.answer(() -> revoke(known(request))));
        routes.on(
                "POST",
                base + "/mandates/{merchantMandateId}/debits",
                "Collect by mandate: {merchantTxnId, amountPaise, note, callbackUrl}; as /collect, and declined above "
                        + WITHOUT_AUTHENTICATION_PAISE + " paise",
                request -> front.answer(() -> debit(request)));
    }

    void addControls(Routes routes, String base) {
        routes.on(
                "PUT",
                base + "/mandate-behaviour",
                "{outcome: APPROVED|REJECTED|NEVER, afterMs} and {forMandate: id} or none for the default",
                this::setBehaviour);
        routes.on("GET", base + "/mandates", "Newest mandates with their counts of debits; ?limit=", this::list);
    }

    void reset() {
        remembered.clear();
        own.clear();
        byDefault = Mandate.Behaviour.NORMAL;
    }

    private Mandate ask(Asked asked) {
        String id = Order.merchantTxnId("merchantMandateId", asked.merchantMandateId());
        Check.identifier("payer", asked.payer());
        long most = Check.within("maxAmountPaise", asked.maxAmountPaise(), 1, MOST_PAISE);
        Mandate mandate =
                remembered.getOrAdd(id, () -> new Mandate(id, most, own.find(id).orElse(byDefault), clock.instant()));
        if (mandate.maxAmountPaise() != most) {
            throw new BadInput(409, "This merchantMandateId was used with another maxAmountPaise.");
        }
        return mandate;
    }

    private Mandate known(Request request) {
        return remembered
                .find(request.path("merchantMandateId"))
                .orElseThrow(() -> new BadInput(404, "This merchantMandateId is not known here."));
    }

    private Mono<Reply> revoke(Mandate mandate) {
        mandate.revoke();
        return shown(mandate);
    }

    /** What was taken once is answered in the same way again, whatever became of the mandate since. */
    private Mono<Reply> debit(Request request) {
        Mandate mandate = known(request);
        Order order = request.json(Order.Collect.class).order();
        if (transactions.find(order.merchantTxnId()).isPresent()) {
            return transactions.submit(order);
        }
        if (mandate.statusAt(clock.instant()) != Mandate.Status.ACTIVE) {
            throw new BadInput(422, "The mandate is not active.");
        }
        if (order.amountPaise() > Math.min(mandate.maxAmountPaise(), WITHOUT_AUTHENTICATION_PAISE)) {
            throw new BadInput(422, "The payer has to authenticate a debit of this amount.");
        }
        mandate.debited();
        return transactions.submit(order);
    }

    private Mono<Reply> setBehaviour(Request request) {
        Mandate.Setting setting = request.json(Mandate.Setting.class);
        if (setting.forMandate() == null) {
            byDefault = setting.behaviour();
        } else {
            own.put(Order.merchantTxnId("forMandate", setting.forMandate()), setting.behaviour());
        }
        return Mono.just(Reply.json(200, setting.behaviour()));
    }

    private Mono<Reply> list(Request request) {
        return Mono.just(Reply.json(
                200,
                Map.of(
                        "items",
                        remembered.newestFirst(mandate -> true, request.limit(50, 1_000)).stream()
                                .map(mandate -> mandate.viewAt(clock.instant()))
                                .toList())));
    }

    private Mono<Reply> shown(Mandate mandate) {
        return Mono.just(Reply.json(200, mandate.viewAt(clock.instant())));
    }
}
