package com.byajbook.localstack.sandbox.bureau;

import com.byajbook.localstack.sandbox.http.Check;
import com.byajbook.localstack.sandbox.http.Reply;
import com.byajbook.localstack.sandbox.http.Request;
import com.byajbook.localstack.sandbox.http.Routes;
import com.byajbook.localstack.sandbox.partner.BoundedStore;
import com.byajbook.localstack.sandbox.partner.Partner;
import com.byajbook.localstack.sandbox.partner.PartnerFront;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Credit reports. Remembers 50,000 request ids (to count repeats) and 50,000 overridden borrowers. */
public final class CreditBureau implements Partner {
    private static final int REMEMBERED = 50_000;

    private final PartnerFront front = new PartnerFront("bureau");
    private final BoundedStore<String, AtomicInteger> reports = new BoundedStore<>(REMEMBERED);
    private final BoundedStore<UUID, CreditFacts> overrides = new BoundedStore<>(REMEMBERED);
    private final LongAdder distinct = new LongAdder();
    private final LongAdder repeated = new LongAdder();

    private record ReportRequest(
            @Nullable String requestId, @Nullable String borrowerId) {}

    private record Report(
            String requestId,
            UUID borrowerId,
            int score,
            long monthlyIncomePaise,
            long monthlyObligationsPaise,
            long p2pOutstandingPaise) {
        static Report of(String requestId, UUID borrowerId, CreditFacts facts) {
            return new Report(
                    requestId,
                    borrowerId,
                    facts.score(),
                    facts.monthlyIncomePaise(),
                    facts.monthlyObligationsPaise(),
                    facts.p2pOutstandingPaise());
        }
    }

    @Override
    public String name() {
        return "bureau";
    }

    @Override
    public PartnerFront front() {
        return front;
    }

    @Override
    public void addTo(Routes routes) {
        routes.on(
                "POST",
                "/bureau/v1/reports",
                "Credit report: {requestId, borrowerId}",
                request -> front.answer(() -> report(request)));
        routes.on(
                "PUT",
                "/control/bureau/borrowers/{borrowerId}",
                "Override a report: {score?, monthlyIncomePaise?, monthlyObligationsPaise?, p2pOutstandingPaise?}",
                this::override);
    }

    private Mono<Reply> report(Request request) {
        ReportRequest body = request.json(ReportRequest.class);
        String requestId = Check.identifier("requestId", body.requestId());
        UUID borrowerId = Check.uuid("borrowerId", body.borrowerId());
        int times = reports.getOrAdd(requestId, AtomicInteger::new).incrementAndGet();
        (times == 1 ? distinct : repeated).increment();
        return Mono.just(Reply.json(200, Report.of(requestId, borrowerId, facts(borrowerId))));
    }

    private Mono<Reply> override(Request request) {
        UUID borrowerId = Check.uuid("borrowerId", request.path("borrowerId"));
        CreditFacts overridden = request.json(CreditFacts.Overriding.class).onto(facts(borrowerId));
        overrides.put(borrowerId, overridden);
        return Mono.just(Reply.json(200, overridden));
    }

    private CreditFacts facts(UUID borrowerId) {
        return overrides.find(borrowerId).orElseGet(() -> CreditFacts.of(borrowerId));
    }

    @Override
    public Map<String, Object> ownCounters() {
        Map<String, Object> counters = new LinkedHashMap<>();
        counters.put("distinctRequestIds", distinct.sum());
        counters.put("repeatedRequests", repeated.sum());
        counters.put("overriddenBorrowers", overrides.size());
        return counters;
    }

    @Override
    public void reset() {
        front.reset();
        reports.clear();
        overrides.clear();
        distinct.reset();
        repeated.reset();
    }
}
