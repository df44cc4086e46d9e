package com.byajbook.loanengine.pricing.domain;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes a JSON object in exactly one way: members in the order they are added, no white space, whole numbers and strings
 * only. A library may change how it prints between versions; what is hashed must not.
 */
final class CanonicalJson {

    private static final char FIRST_PRINTABLE = ' ';

    private final StringBuilder text = new StringBuilder("{");

    CanonicalJson add(String name, String value) {
        string(member(name), value);
        return this;
    }

    CanonicalJson add(String name, long value) {
        member(name).append(value);
        return this;
    }

    CanonicalJson add(String name, boolean value) {
        member(name).append(value);
        return this;
    }

    CanonicalJson add(String name, CanonicalJson object) {
        member(name).append(object.close());
        return this;
    }

    <T> CanonicalJson addEach(String name, List<T> items, BiConsumer<T, CanonicalJson> writer) {
        member(name).append('[');
        for (int index = 0; index < items.size(); index++) {
            CanonicalJson item = new CanonicalJson();
            writer.accept(items.get(index), item);
            text.append(index == 0 ? "" : ",").append(item.close());
        }
        text.append(']');
        return this;
    }

    /** The finished object. */
    String close() {
        return text + "}";
    }

    private StringBuilder member(String name) {
        text.append(text.length() == 1 ? "" : ",");
        return string(text, name).append(':');
    }

    private static StringBuilder string(StringBuilder text, String value) {
        text.append('"');
        value.chars().forEach(character -> character(text, (char) character));
        return text.append('"');
    }

    private static void character(StringBuilder text, char character) {
        if (character == '"' || character == '\\') {
            text.append('\\').append(character);
        } else if (character < FIRST_PRINTABLE) {
            text.append(String.format("\\u%04x", (int) character));
        } else {
            text.append(character);
        }
    }
}
