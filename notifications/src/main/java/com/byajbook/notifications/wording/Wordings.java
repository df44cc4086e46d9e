package com.byajbook.notifications.wording;

import com.byajbook.notifications.wording.Notice.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says a notice in a language. Texts live in {@code wording/*.properties}; all of them are checked before any is used. */
public final class Wordings {
    private static final String NAME = "name";
    private static final List<String> REQUIRED = List.of(
            "tenure.one",
            "tenure.many",
            "reasons.separator",
            "reason.other",
            "reason.loan.other",
            "reason.commitment.other",
            "reason.payment.other");

    private final Map<Language, Phrases> phrases;

    Wordings(Map<Language, Phrases> phrases) {
        List<String> mistakes = mistakes(phrases);
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("The texts for messages are not right: " + String.join("; ", mistakes));
        }
        this.phrases = new EnumMap<>(phrases);
    }

    /** Reads every language; throws with the whole list when a text is missing or names an unknown placeholder. */
    public static Wordings load() {
        Map<Language, Phrases> phrases = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            phrases.put(language, Phrases.read(language.code()));
        }
        return new Wordings(phrases);
    }

    /** The whole text for a person of this name. */
    public String say(Notice notice, String name, Language language) {
        Phrases spoken = in(language);
        Map<String, String> values = new HashMap<>(notice.facts());
        values.put(NAME, name);
        values.put("tenure", tenure(notice.tenureMonths(), spoken));
        values.put("reasons", reasons(notice, spoken));
        return spoken.filled(notice.kind().key(), values);
    }

    private static String tenure(int months, Phrases spoken) {
        return months == 1
                ? spoken.get("tenure.one")
                : spoken.filled("tenure.many", Map.of("count", String.valueOf(months)));
    }

    private static String reasons(Notice notice, Phrases spoken) {
        String other = spoken.get(notice.kind().otherReasonKey());
        List<String> codes = notice.reasons();
        return codes.isEmpty()
                ? other
                : codes.stream()
                        .map(code -> spoken.find("reason." + code).orElse(other))
                        .distinct()
                        .collect(Collectors.joining(spoken.get("reasons.separator")));
    }

    private Phrases in(Language language) {
        Phrases spoken = phrases.get(language);
        if (spoken == null) {
            throw new IllegalStateException("There are no texts in " + language);
        }
        return spoken;
    }

    private static List<String> mistakes(Map<Language, Phrases> phrases) {
        List<String> mistakes = new ArrayList<>();
        phrases.forEach((language, texts) -> {
            for (Kind kind : Kind.values()) {
                mistakes.addAll(mistakes(language, texts, kind.key(), allowed(kind)));
            }
            REQUIRED.forEach(key -> mistakes.addAll(mistakes(language, texts, key, Set.of("count"))));
        });
        return mistakes;
    }

    private static List<String> mistakes(Language language, Phrases texts, String key, Set<String> allowed) {
        if (texts.find(key).isEmpty()) {
            return List.of(language.code() + ": '" + key + "' is missing");
        }
        return texts.placeholders(key).stream()
                .filter(placeholder -> !allowed.contains(placeholder))
                .map(unknown -> language.code() + ": '" + key + "' uses {" + unknown + "}, which nothing fills in")
                .toList();
    }

    private static Set<String> allowed(Kind kind) {
        Set<String> allowed = new HashSet<>(kind.placeholders());
        allowed.add(NAME);
        return allowed;
    }
}
