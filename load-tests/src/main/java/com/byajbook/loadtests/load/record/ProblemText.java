package com.byajbook.loadtests.load.record;

/**
 * Reads single text fields out of our own flat JSON without building a tree: at ten times the load a parser a response would be a good
 * part of what the generator costs the machine that it shares with the platform.
 */
final class ProblemText {
    private static final int LONGEST = 80;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

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

    /**
     * Whether it is a refusal for load, which promises that nothing was accepted. Another 503 is an error: a dependency is away, or what
     * became of a commit is not known.
     */
    static boolean isRefusal(int status, String body) {
        return status == TOO_MANY_REQUESTS
                || status == UNAVAILABLE && !field(body, "reason").isEmpty();
    }

    /** What went wrong, for example {@code HTTP 504 deadline-exceeded}. */
    static String error(int status, String body) {
        String code = field(body, "code");
        return code.isEmpty() || code.length() > LONGEST ? "HTTP " + status : "HTTP " + status + " " + code;
    }
}
