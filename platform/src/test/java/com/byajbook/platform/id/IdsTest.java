package com.byajbook.platform.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static final UUID ACTOR = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void follows_the_published_vector_of_rfc_9562() {
        assertThat(Ids.v5(DNS, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void gives_the_same_id_on_every_retry_and_another_for_each_part() {
        UUID id = Ids.resource(ACTOR, "apply-for-loan", "key-1");

        assertThat(Ids.resource(ACTOR, "apply-for-loan", "key-1")).isEqualTo(id);
        assertThat(Ids.resource(ACTOR, "apply-for-loan", "key-2")).isNotEqualTo(id);
        assertThat(Ids.resource(ACTOR, "pay", "key-1")).isNotEqualTo(id);
        assertThat(Ids.resource(DNS, "apply-for-loan", "key-1")).isNotEqualTo(id);
        assertThat(id.version()).isEqualTo(5);
    }
}
