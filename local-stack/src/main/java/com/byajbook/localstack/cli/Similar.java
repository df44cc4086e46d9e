package com.byajbook.localstack.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody may have meant. */
final class Similar {

    private static final int SHOWN = 3;
    private static final int SHORT = 6;

    private Similar() {}

    /** A sentence with the names that are alike; else with where to find all of them. */
    static String to(String wanted, Collection<String> known) {
        List<String> alike = known.stream()
                .filter(name -> isAlike(wanted, name))
                .sorted(Comparator.comparingInt(name -> distance(wanted, name)))
                .limit(SHOWN)
                .toList();
        if (!alike.isEmpty()) {
            return " Did you mean " + String.join(" or ", alike) + "?";
        }
        return known.isEmpty() ? "" : " ./byajbook limits list shows all of them.";
    }

    private static boolean isAlike(String wanted, String name) {
        int tolerated = wanted.length() <= SHORT ? 2 : wanted.length() / 3;
        return distance(wanted, name) <= tolerated || wanted.length() > 2 && name.contains(wanted);
    }

    /** Levenshtein's: the characters to add, drop or replace. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
