package com.byajbook.loadtests.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an access token. */
public record Person(UUID id, String token) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Whom the token names; its signature is for the platform to check. */
    public static Person of(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            throw new IllegalArgumentException("not an access token: " + token);
        }
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return new Person(UUID.fromString(JSON.readTree(claims).path("sub").asString()), token);
    }
}
