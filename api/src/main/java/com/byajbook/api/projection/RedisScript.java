package com.byajbook.api.projection;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import reactor.core.publisher.Mono;

/** A script that travels once and is called by its digest afterwards. */
record RedisScript(String text, String digest, ScriptOutputType output) {

    static RedisScript of(String text, ScriptOutputType output) {
        try {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return new RedisScript(text, HexFormat.of().formatHex(sha1), output);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }

    <T> Mono<T> run(RedisReactiveCommands<String, String> redis, String[] keys, String... arguments) {
        return redis.<T>evalsha(digest, output, keys, arguments)
                .onErrorResume(RedisNoScriptException.class, unknown -> redis.<T>eval(text, output, keys, arguments))
                .next();
    }
}
