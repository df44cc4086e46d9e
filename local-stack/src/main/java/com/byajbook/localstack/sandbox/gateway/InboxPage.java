package com.byajbook.localstack.sandbox.gateway;

import com.byajbook.localstack.sandbox.http.Html;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The inbox for a browser. */
final class InboxPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.of("Asia/Kolkata"));

    private InboxPage() {}

    static String of(List<InboxMessage> messages, String filter) {
        String items = messages.isEmpty()
                ? "<p class=\"soft\">No messages%s yet.</p>".formatted(filter.isEmpty() ? "" : " for this number")
                : messages.stream().map(InboxPage::article).collect(Collectors.joining("\n"));
        return Html.livePage("Message inbox", form(filter) + items);
    }

    private static String form(String filter) {
        return """
                <form><label>Phone number <input name="to" type="tel" value="%s" placeholder="+91..."></label> <button>Show</button>
                <a href="/inbox">all</a></form>
                """.formatted(Html.escaped(filter));
    }

    private static String article(InboxMessage message) {
        String repeats = message.repeats() == 0
                ? ""
                : "<span>sent again %d times, shown once</span>".formatted(message.repeats());
        return """
                <article><header><strong>%s</strong><span>%s</span><time datetime="%s">%s IST</time>%s</header><p>%s</p></article>""".formatted(
                        message.channel().equals("WHATSAPP") ? "WhatsApp" : message.channel(),
                        Html.escaped(message.to()),
                        message.receivedAt(),
                        TIME.format(message.receivedAt()),
                        repeats,
                        Html.escaped(message.text()));
    }
}
