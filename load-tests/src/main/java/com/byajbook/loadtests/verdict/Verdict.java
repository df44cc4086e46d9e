package com.byajbook.loadtests.verdict;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The judge's word.
 *
 * @param judged how many accepted wishes were looked into
 * @param findings every broken promise, empty when all were kept
 */
public record Verdict(int judged, List<Finding> findings) {
    private static final int SHOWN = 20;

    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return findings.isEmpty();
    }

    /** For people: what was judged and the first findings. */
    @Override
    public String toString() {
        String shown = findings.stream().limit(SHOWN).map(f -> "\n  " + f).collect(Collectors.joining());
        String rest = findings.size() > SHOWN ? "\n  and " + (findings.size() - SHOWN) + " more" : "";
        return judged + " accepted wishes, " + (isClean() ? "every promise kept" : findings.size() + " broken promises")
                + shown + rest;
    }
}
