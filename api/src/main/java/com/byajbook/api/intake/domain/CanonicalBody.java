package com.byajbook.api.intake.domain;

import java.nio.charset.StandardCharsets;

/**
 * A request's body rendered again from its parsed fields: keys sorted, no white space, one way to escape.
 *
 * <p>Two bodies that mean the same have the same rendering, whatever the client's JSON library did with key order,
 * spaces or escapes. It is written by hand because it lies on the path of every accepted request: no tree is built.
 */
public final class CanonicalBody {

    private static final int USUAL_LENGTH = 160;
    private static final String HEX = "0123456789abcdef";

    private final String text;

    private CanonicalBody(String text) {
        this.text = text;
    }

    /** Begins a body; fields are added in the order of their names. */
    public static Fields fields() {
        return new Fields();
    }

    /** The rendering. */
    public String text() {
        return text;
    }

    /** What the body is recognised by. */
    public BodyHash hash() {
        return BodyHash.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Collects fields; refuses them out of order, so that no caller can render one body in two ways. */
    public static final class Fields {

        private final StringBuilder out = new StringBuilder(USUAL_LENGTH).append('{');
        private String last = "";

        private Fields() {}

        /** Adds an integer. */
        public Fields with(String name, long value) {
            begin(name);
            out.append(value);
            return this;
        }

        /** Adds a text. */
        public Fields with(String name, String value) {
            begin(name);
            quote(value);
            return this;
        }

        /** The finished body. */
        public CanonicalBody render() {
            return new CanonicalBody(out.append('}').toString());
        }

        private void begin(String name) {
            if (name.compareTo(last) <= 0) {
                throw new IllegalArgumentException(name + " does not sort after " + last);
            }
            out.append(last.isEmpty() ? "" : ",");
            last = name;
            quote(name);
            out.append(':');
        }

        private void quote(String value) {
            out.append('"');
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\') {
                    out.append('\\').append(c);
                } else if (c < ' ') {
                    out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
                } else {
                    out.append(c);
                }
            }
            out.append('"');
        }
    }
}
