package com.byajbook.localstack.sandbox;

import com.byajbook.localstack.sandbox.http.BadInput;
import com.byajbook.localstack.sandbox.http.Html;
import com.byajbook.localstack.sandbox.http.Reply;
import com.byajbook.localstack.sandbox.http.Request;
import com.byajbook.localstack.sandbox.http.Routes;
import com.byajbook.localstack.sandbox.partner.Faults;
import com.byajbook.localstack.sandbox.partner.Partner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Shows and changes all partners while they run, and the page that lists what there is. */
final class PartnersControl {
    private final List<Partner> partners;
    private final Routes routes;

    PartnersControl(List<Partner> partners, Routes routes) {
        this.partners = partners;
        this.routes = routes;
    }

    void addToRoutes() {
        routes.on("GET", "/control/partners", "Settings and counters of every partner", request -> shown());
        routes.on(
                "PUT",
                "/control/partners/{name}",
                "{latencyMs, jitterMs, errorRate, errorAfterEffect, outage: NONE|REFUSE|HANG}; absent fields stay",
                this::change);
        routes.on(
                "POST",
                "/control/reset",
                "Everything as at the start: no faults, no overrides, no data, counters at zero",
                request -> reset());
        routes.on("GET", "/health", "Is it up?", request -> Mono.just(Reply.json(200, Map.of("status", "UP"))));
        routes.on("GET", "/", "This list", this::index);
    }

    private Mono<Reply> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Partner partner : partners) {
            Map<String, Object> counters = partner.front().counters();
            counters.putAll(partner.ownCounters());
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("settings", partner.front().faults());
            one.put("counters", counters);
            shown.put(partner.name(), one);
        }
        return Mono.just(Reply.json(200, shown));
    }

    private Mono<Reply> change(Request request) {
        String name = request.path("name");
        Partner changed = partners.stream()
                .filter(partner -> partner.name().equals(name))
                .findAny()
                .orElseThrow(() -> new BadInput(404, "There is no partner '" + name + "', only " + names() + "."));
        return Mono.just(Reply.json(200, changed.front().change(request.json(Faults.Change.class))));
    }

    private String names() {
        return partners.stream().map(Partner::name).collect(Collectors.joining(", "));
    }

    private Mono<Reply> reset() {
        partners.forEach(Partner::reset);
        return shown();
    }

    private Mono<Reply> index(Request request) {
        return Mono.just(request.wantsHtml() ? Reply.html(htmlIndex()) : Reply.text(textIndex()));
    }

    private String textIndex() {
        return routes.listed().stream()
                .map(route -> "%-5s%s%n     %s%n".formatted(route.method(), route.template(), route.purpose()))
                .collect(Collectors.joining());
    }

    private String htmlIndex() {
        String rows = routes.listed().stream()
                .map(route -> "<tr><td>%s</td><td><code>%s</code></td><td>%s</td></tr>"
                        .formatted(route.method(), linked(route), Html.escaped(route.purpose())))
                .collect(Collectors.joining("\n"));
        return Html.page("ByajBook partner sandbox", "<table>" + rows + "</table>");
    }

    private static String linked(Routes.Listed route) {
        String template = Html.escaped(route.template());
        boolean opens = route.method().equals("GET") && !template.contains("{");
        return opens ? "<a href=\"%s\">%s</a>".formatted(template, template) : template;
    }
}
