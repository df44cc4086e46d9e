package com.byajbook.notifications.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One language's texts, as a writer left them in a file. */
final class Phrases {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final Properties texts;

    private Phrases(Properties texts) {
        this.texts = texts;
    }

    /** Reads {@code wording/<code>.properties}, which is UTF-8; for the starting thread, it blocks. */
    static Phrases read(String code) {
        String file = "/wording/" + code + ".properties";
        Properties texts = new Properties();
        try (InputStream bytes = Phrases.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException("There is no " + file);
            }
            Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return new Phrases(texts);
    }

    static Phrases of(Map<String, String> texts) {
        Properties properties = new Properties();
        properties.putAll(texts);
        return new Phrases(properties);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    String get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("There is no text '" + key + "'"));
    }

    /** The text with its placeholders filled in. */
    String filled(String key, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(get(key))
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "-")));
    }

    Set<String> placeholders(String key) {
        Set<String> names = new LinkedHashSet<>();
        find(key)
                .ifPresent(text -> PLACEHOLDER
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(names::add));
        return names;
    }
}
