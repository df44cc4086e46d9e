package com.byajbook.localstack.sandbox.http;

/** The one look of the sandbox's pages: readable on a phone, light and dark, no script. */
public final class Html {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            %3$s<title>%1$s</title><style>
            :root { color-scheme: light dark; --line: #8884; --soft: #888; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.4rem } a { color: inherit }
            article { border: 1px solid var(--line); border-radius: .7rem; padding: .7rem 1rem; margin: .8rem 0; }
            article header { display: flex; flex-wrap: wrap; gap: .2rem .8rem; color: var(--soft); font-size: .85rem; }
            article p { margin: .4rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
            table { border-collapse: collapse; width: 100%% } td { border-top: 1px solid var(--line); padding: .4rem .6rem .4rem 0; vertical-align: top; }
            code { font-size: .9rem; overflow-wrap: anywhere } input, button { font: inherit; padding: .3rem .6rem }
            .soft { color: var(--soft) }
            </style></head><body><h1>%1$s</h1>
            %2$s
            </body></html>
            """;

    private Html() {}

    /** A page; the title is escaped here, the content must have been. */
    public static String page(String title, String content) {
        return PAGE.formatted(escaped(title), content, "");
    }

    /** A page that reloads itself every five seconds. */
    public static String livePage(String title, String content) {
        return PAGE.formatted(escaped(title), content, "<meta http-equiv=\"refresh\" content=\"5\">\n");
    }

    /** Text as text, also inside an attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
