package com.byajbook.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.platform.problem.JsonComplaint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonDecoderTest {

    private final StrictJsonDecoder decoder = decoder();

    @Test
    void reads_what_is_well_formed() {
        assertThat(read("{\"amountPaise\": 500, \"purpose\": \"शादी 🎆 \\\\uD800 \\ud83c\\udf86\"}"))
                .isEqualTo(new Wish(500, "शादी 🎆 \\uD800 🎆"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "[{\"amountPaise\":1,\"purpose\":\"a\"}]",
                "\"text\"",
                "7",
                "{",
                "{\"amountPaise\":1,\"purpose\":\"a\"",
                "{\"amountPaise\":1,\"purpose\":\"a\"} x",
                "{\"amountPaise\":1,\"purpose\":\"a\"}{}",
                "{\"amountPaise\":1,\"purpose\":\"a\",\"extra\":1}",
                "{\"amountPaise\":1,\"amountPaise\":1,\"purpose\":\"a\"}",
                "{\"amountPaise\":null,\"purpose\":\"a\"}",
                "{\"amountPaise\":1.5,\"purpose\":\"a\"}",
                "{\"amountPaise\":1.0,\"purpose\":\"a\"}",
                "{\"amountPaise\":1e3,\"purpose\":\"a\"}",
                "{\"amountPaise\":1e2000000000,\"purpose\":\"a\"}",
                "{\"amountPaise\":\"1,00\",\"purpose\":\"a\"}",
                "{\"amountPaise\":\"100\",\"purpose\":\"a\"}",
                "{\"amountPaise\":true,\"purpose\":\"a\"}",
                "{\"amountPaise\":[1],\"purpose\":\"a\"}",
                "{\"amountPaise\":9223372036854775808,\"purpose\":\"a\"}",
                "{\"amountPaise\":1,\"purpose\":7}",
                "{\"amountPaise\":1,\"purpose\":true}",
                "{\"amountPaise\":1,\"purpose\":[\"a\"]}",
                "{\"amountPaise\":1,\"purpose\":\"\\u0000\"}",
                "{\"amountPaise\":1,\"purpose\":\"\\ud83c\"}",
                "{\"amountPaise\":1,\"purpose\":\"\\udf86\"}",
                "{\"amountPaise\":1,\"purpose\":\"\\udf86\\ud83c\"}",
                "{\"amountPaise\":1,\"purpose\":\"\\\\\\ud83cx\"}",
                "{\"amountPaise\":NaN,\"purpose\":\"a\"}",
                "{'amountPaise':1,'purpose':'a'}",
                "// comment\n{\"amountPaise\":1,\"purpose\":\"a\"}"
            })
    void refuses_what_is_not(String body) {
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> read(body)).isInstanceOf(JsonComplaint.class));
    }

    @Test
    void refuses_bytes_that_are_not_utf_8_or_only_pretend_to_be() {
        byte[][] tricks = {
            {(byte) 0xff},
            {(byte) 0xc0, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xe0, (byte) 0xa4}
        };
        for (byte[] trick : tricks) {
            byte[] body = concat(
                    "{\"amountPaise\":1,\"purpose\":\"".getBytes(StandardCharsets.UTF_8),
                    trick,
                    "\"}".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> read(body))
                    .isInstanceOf(JsonComplaint.class)
                    .hasMessageContaining("UTF-8");
        }
    }

    @Test
    void refuses_depth_without_descending_into_it() {
        String deep = "{\"purpose\":".repeat(10_000);

        assertThatThrownBy(() -> read(deep)).isInstanceOf(JsonComplaint.class);
        assertThatThrownBy(() -> read("[".repeat(10_000))).isInstanceOf(JsonComplaint.class);
    }

    @Test
    void names_the_field_in_words_that_hold_nothing_of_our_code() {
        assertThatThrownBy(() -> read("{\"amountPaise\":1,\"purpose\":\"a\",\"colour\":\"red\"}"))
                .hasMessage("The field colour is not known here.");
        assertThatThrownBy(() -> read("{\"amountPaise\":1.5,\"purpose\":\"a\"}"))
                .hasMessage("The field amountPaise has a value of the wrong kind.");
    }

    private Object read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private Object read(byte[] body) {
        return decoder.decode(
                DefaultDataBufferFactory.sharedInstance.wrap(body), ResolvableType.forClass(Wish.class), null, null);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static StrictJsonDecoder decoder() {
        JsonMapper.Builder builder = JsonMapper.builder(StrictJson.factory());
        StrictJson.configure(builder);
        return new StrictJsonDecoder(builder.build());
    }

    record Wish(long amountPaise, String purpose) {}
}
