package com.byajbook.localstack.sandbox.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BoundedStoreTest {
    private final BoundedStore<String, Integer> store = new BoundedStore<>(3);

    @Test
    void never_grows_past_its_bound_and_forgets_the_oldest() {
        for (int i = 1; i <= 5; i++) {
            store.put("k" + i, i);
        }

        assertThat(store.size()).isEqualTo(3);
        assertThat(store.find("k2")).isEmpty();
        assertThat(store.newestFirst(value -> true, 10)).containsExactly(5, 4, 3);
    }

    @Test
    void keeps_what_it_has_for_a_known_key() {
        assertThat(store.getOrAdd("k", () -> 1)).isEqualTo(1);
        assertThat(store.getOrAdd("k", () -> 2)).isEqualTo(1);
    }

    @Test
    void replaces_without_counting_twice() {
        store.put("k", 1);
        store.put("k", 2);
        store.put("l", 3);

        assertThat(store.newestFirst(value -> value != 3, 10)).containsExactly(2);
    }
}
