package com.byajbook.localstack.sandbox.gateway;

import com.byajbook.localstack.sandbox.http.Reply;
import com.byajbook.localstack.sandbox.http.Request;
import com.byajbook.localstack.sandbox.http.Routes;
import com.byajbook.localstack.sandbox.partner.BoundedStore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What people would see on their phones: the latest 20,000 messages of all channels. */
public final class Inbox {
    private static final int REMEMBERED = 20_000;

    private final BoundedStore<String, InboxMessage> messages = new BoundedStore<>(REMEMBERED);

    void show(InboxMessage message) {
        messages.put(message.channel() + "/" + message.messageId(), message);
    }

    /** Adds the page that shows it. */
    public void addTo(Routes routes) {
        routes.on(
                "GET",
                "/inbox",
                "Delivered messages, newest first, HTML in a browser; ?to=<end of a phone number> &channel= &limit=",
                this::inbox);
    }

    private Mono<Reply> inbox(Request request) {
        String digits = InboxMessage.digits(request.query("to"));
        String channel = request.query("channel").toUpperCase(Locale.ROOT);
        List<InboxMessage> found = messages.newestFirst(
                message -> message.isFor(digits)
                        && (channel.isEmpty() || message.channel().equals(channel)),
                request.limit(50, 1_000));
        return Mono.just(
                request.wantsHtml()
                        ? Reply.html(InboxPage.of(found, request.query("to").trim()))
                        : Reply.json(200, Map.of("items", found)));
    }

    /** Forgets all. */
    public void clear() {
        messages.clear();
    }
}
