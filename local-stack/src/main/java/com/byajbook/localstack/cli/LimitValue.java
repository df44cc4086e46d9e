package com.byajbook.localstack.cli;

import com.byajbook.localstack.processes.LocalStackException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A new value as people write it: a number, with the limit's unit or without, or {@code initial}. */
final class LimitValue {

    private static final String INITIAL = "initial";
    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,15})(ms|s|%)?");
    private static final long MILLIS_A_SECOND = 1_000;

    private LimitValue() {}

    /** The figure in the limit's unit; null for what the configuration says. */
    static @Nullable Long parse(String text, OpsLimit limit) {
        if (text.equals(INITIAL)) {
            return null;
        }
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            String unit = matcher.group(2) == null ? "" : matcher.group(2);
            if (unit.isEmpty() || unit.equals(limit.unitWords())) {
                return number;
            }
            if (unit.equals("s") && limit.unitWords().equals("ms")) {
                return number * MILLIS_A_SECOND;
            }
        }
        throw new LocalStackException("'" + text + "' is not a value for " + limit.name() + ": give a whole number of "
                + limit.unitWords() + ", or " + INITIAL + " to return to what is configured.");
    }
}
