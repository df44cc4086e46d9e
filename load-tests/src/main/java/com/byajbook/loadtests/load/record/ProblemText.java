package com.byajbook.loadtests.load.record;

/**
 * Reads single text fields out of our own flat JSON without building a tree: at ten times the load a parser a response would be a good
 * part of what the generator costs the machine that it shares with the platform.
 */
final class ProblemText {
    private static final int LONGEST = 80;

    private ProblemText() {}

    /** A text field's value; empty if the body has none of that name. */
    static String field(String body, String name) {
        String start = "\"" + name + "\":\"";
        int from = body.indexOf(start);
        int to = from < 0 ? -1 : body.indexOf('"', from + start.length());
        return to < 0 ? "" : body.substring(from + start.length(), to);
    }

    /** Why it was refused: the problem's reason, else its code, else the status. */
    static String reason(int status, String body) {
        String reason = field(body, "reason");
        String said = reason.isEmpty() ? field(body, "code") : reason;
        return said.isEmpty() || said.length() > LONGEST ? "HTTP " + status : said;
    }

    /** Whether it is a refusal for load, which promises that nothing was accepted. */
    static boolean promisesNothing(String body) {
        return !field(body, "reason").isEmpty();
    }
}
