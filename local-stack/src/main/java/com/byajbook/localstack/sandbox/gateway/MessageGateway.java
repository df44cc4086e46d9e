package com.byajbook.localstack.sandbox.gateway;

import com.byajbook.localstack.sandbox.http.BadInput;
import com.byajbook.localstack.sandbox.http.Check;
import com.byajbook.localstack.sandbox.http.Reply;
import com.byajbook.localstack.sandbox.http.Request;
import com.byajbook.localstack.sandbox.http.Routes;
import com.byajbook.localstack.sandbox.partner.BoundedStore;
import com.byajbook.localstack.sandbox.partner.Partner;
import com.byajbook.localstack.sandbox.partner.PartnerFront;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One channel's gateway. Remembers 50,000 message ids and 10,000 unreachable numbers. */
public final class MessageGateway implements Partner {
    private static final int REMEMBERED = 50_000;
    private static final int MAX_UNREACHABLE = 10_000;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{10,15}");
    private static final Pattern TEXT = Pattern.compile("(?s).{1,2000}");

    private final String name;
    private final PartnerFront front;
    private final Inbox inbox;
    private final Clock clock;
    private final BoundedStore<String, InboxMessage> byId = new BoundedStore<>(REMEMBERED);
    private final BoundedStore<String, Boolean> reachable = new BoundedStore<>(MAX_UNREACHABLE);
    private final LongAdder distinct = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder unreachable = new LongAdder();

    private record Sending(
            @Nullable String messageId,
            @Nullable String to,
            @Nullable String text) {}

    private record Reachability(@Nullable Boolean reachable) {}

    /** A gateway called "sms" or "whatsapp" that delivers to this inbox. */
    public MessageGateway(String name, Inbox inbox, Clock clock) {
        this.name = name;
        this.inbox = inbox;
        this.clock = clock;
        front = new PartnerFront(name);
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
        routes.on(
                "POST",
                "/messages/v1/" + name,
                "Send: {messageId, to, text}; 422 when the number cannot be reached on this channel",
                request -> front.answer(() -> send(request.json(Sending.class))));
        routes.on(
                "PUT",
                "/control/" + name + "/recipients/{phone}",
                "{reachable: true|false}: whether this number can be reached on this channel",
                this::setReachable);
    }

    private Mono<Reply> send(Sending body) {
        String id = Check.identifier("messageId", body.messageId());
        String to = Check.text("to", body.to(), PHONE, "a phone number of 10 to 15 digits");
        String text = Check.text("text", body.text(), TEXT, "1 to 2,000 characters");
        if (!reachable.find(InboxMessage.digits(to)).orElse(true)) {
            unreachable.increment();
            return Mono.just(Reply.problem(422, "recipient_unreachable", "This number is not on " + name + "."));
        }
        return Mono.just(deliver(id, to, text));
    }

    private synchronized Reply deliver(String id, String to, String text) {
        InboxMessage known = byId.find(id).orElse(null);
        if (known != null && !(known.to().equals(to) && known.text().equals(text))) {
            throw new BadInput(409, "This messageId was used with another text or recipient.");
        }
        InboxMessage now = known == null
                ? new InboxMessage(id, name.toUpperCase(Locale.ROOT), to, text, clock.instant(), 0)
                : known.repeated();
        (known == null ? distinct : repeated).increment();
        byId.put(id, now);
        inbox.show(now);
        return Reply.json(202, Map.of("messageId", id, "status", "ACCEPTED"));
    }

    private Mono<Reply> setReachable(Request request) {
        String phone = Check.text("phone", request.path("phone"), PHONE, "a phone number of 10 to 15 digits");
        Boolean setting = request.json(Reachability.class).reachable();
        if (setting == null) {
            throw new BadInput("Field 'reachable' must be true or false.");
        }
        reachable.put(InboxMessage.digits(phone), setting);
        return Mono.just(Reply.json(200, Map.of("phone", phone, "reachable", setting)));
    }

    @Override
    public Map<String, Object> ownCounters() {
        Map<String, Object> counters = new LinkedHashMap<>();
        counters.put("distinctMessages", distinct.sum());
        counters.put("repeatedMessages", repeated.sum());
        counters.put("unreachable", unreachable.sum());
        return counters;
    }

    @Override
    public void reset() {
        front.reset();
        byId.clear();
        reachable.clear();
        inbox.clear();
        distinct.reset();
        repeated.reset();
        unreachable.reset();
    }
}
