package com.byajbook.api.admission;

import static com.byajbook.platform.overload.admission.TrafficClass.CRITICAL;
import static com.byajbook.platform.overload.admission.TrafficClass.HIGH;
import static com.byajbook.platform.overload.admission.TrafficClass.LOW;
import static com.byajbook.platform.overload.admission.TrafficClass.NORMAL;

import com.byajbook.api.intake.usecase.IntakeEntrance;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.ingress.ClassifyRequest;
import com.byajbook.platform.overload.ingress.InternalRequests;
import com.byajbook.platform.overload.ingress.Passage;
import com.byajbook.platform.overload.ingress.RequestHead;
import com.byajbook.platform.overload.ingress.TurnAway;
import com.byajbook.platform.web.InternalCalls;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The class of each call of the edge, and what may refuse it further on. What is not named here is of the lowest class; no
 * header of a client's changes any of it.
 */
@Component
final class Routes implements ClassifyRequest {

    private static final List<TurnAway> NOTHING = List.of();
    private static final String INTERNAL = "/internal/";

    private final RouteTree tree = new RouteTree();
    private final ClassifyRequest ours;
    private final TurnAway users;
    private final Passage unknown;

    Routes(
            IntakeEntrance intake,
            UsersAhead users,
            PipelineGate applicationsPipeline,
            PipelineGate paymentsPipeline,
            InternalCalls calls) {
        this.ours = new InternalRequests(calls);
        this.users = users;
        this.unknown = Passage.of(LOW, List.of(users));

        // People's money, and what tells us that it has moved.
        tell("POST", "/v1/payments", CRITICAL, with(intake, paymentsPipeline));
        tell("GET", "/v1/payments/*", CRITICAL, NOTHING);
        tell("POST", "/v1/wallet/deposits", CRITICAL, intake.ahead());
        tell("GET", "/v1/wallet/deposits/*", CRITICAL, NOTHING);
        tree.add("POST", "/webhooks/upi", Passage.of(CRITICAL, intake.ahead()));

        // What people came for.
        tell("POST", "/v1/loans", HIGH, with(intake, applicationsPipeline));
        tell("POST", "/v1/loans/*/acceptance", HIGH, intake.ahead());
        tell("POST", "/v1/loans/*/cancellation", HIGH, intake.ahead());
        tell("POST", "/v1/loans/*/autopay", HIGH, intake.ahead());
        tell("POST", "/v1/loans/*/commitments", HIGH, intake.ahead());

        // Looking.
        tell("GET", "/v1/loans/*", NORMAL, NOTHING);
        tell("GET", "/v1/loans/*/autopay", NORMAL, NOTHING);
        tell("GET", "/v1/commitments/*", NORMAL, NOTHING);
        tell("GET", "/v1/wallet", NORMAL, NOTHING);
        tell("GET", "/v1/me", NORMAL, NOTHING);
        tell("PUT", "/v1/me/notification-preferences", NORMAL, NOTHING);
        tree.add("GET", "/v1/events", new Passage(NORMAL, Passage.Hold.OPENING, List.of(users)));

        // What can wait for a quieter moment.
        tell("POST", "/v1/quotes", LOW, NOTHING);
        tell("GET", "/v1/loans", LOW, NOTHING);
        tell("GET", "/v1/loans/*/kfs", LOW, NOTHING);
        tell("GET", "/v1/loans/*/schedule", LOW, NOTHING);
        tell("GET", "/v1/loans/*/statement", LOW, NOTHING);
        tell("GET", "/v1/loans/*/foreclosure-quote", LOW, NOTHING);
        tell("GET", "/v1/wallet/statement", LOW, NOTHING);
        tell("GET", "/v1/marketplace/loans", LOW, NOTHING);
        tell("GET", "/v1/portfolio", LOW, NOTHING);
    }

    @Override
    public Passage classify(RequestHead head) {
        if (head.target().startsWith(INTERNAL)) {
            return ours.classify(head);
        }
        Passage known = tree.find(head.method(), head.target());
        return known == null ? unknown : known;
    }

    private static List<TurnAway> with(IntakeEntrance intake, TurnAway pipeline) {
        List<TurnAway> ahead = new ArrayList<>(intake.ahead());
        ahead.add(pipeline);
        return ahead;
    }

    private void tell(String method, String path, TrafficClass trafficClass, List<TurnAway> ahead) {
        List<TurnAway> all = new ArrayList<>(ahead);
        all.add(0, users);
        tree.add(method, path, Passage.of(trafficClass, all));
    }
}
