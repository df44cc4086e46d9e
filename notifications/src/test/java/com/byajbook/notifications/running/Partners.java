package com.byajbook.notifications.running;

import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

/** The partner sandbox as a test sees it. */
final class Partners {
    private static final int ALL = 1_000;
    private final WebClient http;

    Partners(String baseUrl) {
        this.http = WebClient.create(baseUrl);
    }

    record Delivered(String messageId, String channel, String to, String text, String receivedAt, int repeats) {}

    private record Inbox(List<Delivered> items) {}

    record Partner(Map<String, Object> settings, Map<String, Object> counters) {
        int counted(String counter) {
            return ((Number) counters.getOrDefault(counter, -1)).intValue();
        }
    }

    /** Newest first. */
    List<Delivered> inbox(String phone) {
        Inbox inbox = http.get()
                .uri("/inbox?to={to}&limit={limit}", phone, ALL)
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .bodyToMono(Inbox.class)
                .blockOptional()
                .orElseThrow();
        return inbox.items();
    }

    Partner partner(String name) {
        Map<String, Partner> partners = http.get()
                .uri("/control/partners")
                .retrieve()
                .bodyToMono(new ParameterizedTypeReference<Map<String, Partner>>() {})
                .blockOptional()
                .orElseThrow();
        return partners.getOrDefault(name, new Partner(Map.of(), Map.of()));
    }

    void fault(String partner, Map<String, ?> change) {
        put("/control/partners/" + partner, change);
    }

    void unreachable(String partner, String phone) {
        put("/control/" + partner + "/recipients/" + phone, Map.of("reachable", false));
    }

    void reset() {
        http.post().uri("/control/reset").retrieve().bodyToMono(Void.class).block();
    }

    private void put(String path, Object body) {
        http.put().uri(path).bodyValue(body).retrieve().bodyToMono(Void.class).block();
    }
}
