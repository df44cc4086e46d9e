package com.byajbook.api.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CanonicalBodyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void renders_fields_without_white_space() {
        String text = CanonicalBody.fields()
                .with("amountPaise", 5)
                .with("purpose", "Seeds")
                .render()
                .text();

        assertThat(text).isEqualTo("{\"amountPaise\":5,\"purpose\":\"Seeds\"}");
    }

    @Test
    void refuses_fields_out_of_order() {
        assertThatThrownBy(() -> CanonicalBody.fields().with("b", 1).with("a", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalBody.fields().with("a", 1).with("a", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void any_text_survives_the_way_there_and_back() {
        String strange = "\"\\/\b\f\n\r\t\u0000\u001f\u007f ₹ \ud83d\ude00 </script>";
        String text = CanonicalBody.fields().with("purpose", strange).render().text();

        assertThat(JSON.readTree(text).path("purpose").asString()).isEqualTo(strange);
    }

    @Test
    void no_text_can_pass_for_another_field() {
        String sneaky =
                CanonicalBody.fields().with("a", "1\",\"b\":\"2").render().text();
        String plain =
                CanonicalBody.fields().with("a", "1").with("b", "2").render().text();

        assertThat(sneaky).isNotEqualTo(plain);
    }

    @Test
    void the_hash_is_the_sha_256_of_the_rendering() {
        CanonicalBody body = CanonicalBody.fields().with("a", 1).render();

        assertThat(body.hash()).isEqualTo(BodyHash.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
        assertThat(body.hash()).hasToString("015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862");
        assertThat(body.hash())
                .isNotEqualTo(CanonicalBody.fields().with("a", 2).render().hash());
    }
}
