package com.byajbook.notifications.contacts;

import java.util.Arrays;
import java.util.List;

/** A way to reach a person. */
public enum Channel {
    SMS,
    WHATSAPP;

    /** The known ones of these names, in their order, each once; SMS when none is known, because every phone takes it. */
    public static List<Channel> preferred(List<String> names) {
        List<Channel> known = names.stream()
                .flatMap(name ->
                        Arrays.stream(values()).filter(channel -> channel.name().equals(name)))
                .distinct()
                .toList();
        return known.isEmpty() ? List.of(SMS) : known;
    }
}
