package com.byajbook.api.accounts;

import com.byajbook.api.web.Fields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to hear from us.
 *
 * @param language {@code en} or {@code hi}
 * @param channels {@code SMS} and {@code WHATSAPP} in the order of preference, each at most once
 */
record NotificationPreferences(
        @Nullable String language, @Nullable List<@Nullable String> channels) {

    private static final Set<String> LANGUAGES = Set.of("en", "hi");
    private static final Set<String> CHANNELS = Set.of("SMS", "WHATSAPP");

    String checkedLanguage() {
        if (language == null || !LANGUAGES.contains(language)) {
            throw Fields.invalid("language must be en or hi.");
        }
        return language;
    }

    String[] checkedChannels() {
        if (channels == null || channels.isEmpty() || channels.size() > CHANNELS.size()) {
            throw Fields.invalid("channels must name one or both of SMS and WHATSAPP.");
        }
        List<String> known = channels.stream()
                .filter(channel -> channel != null && CHANNELS.contains(channel))
                .distinct()
                .toList();
        if (known.size() != channels.size()) {
            throw Fields.invalid("channels must name SMS and WHATSAPP, each at most once.");
        }
        return known.toArray(String[]::new);
    }
}
