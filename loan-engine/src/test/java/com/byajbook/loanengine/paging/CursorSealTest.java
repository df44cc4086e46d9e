package com.byajbook.loanengine.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorSealTest {

    private static final UUID ASHA = UUID.randomUUID();
    private static final Cursor CURSOR = new Cursor(Instant.parse("2026-11-22T10:00:00.123456Z"), UUID.randomUUID());

    private final CursorSeal seal = new CursorSeal("a secret of the test");

    @Test
    void opens_what_it_sealed() {
        assertThat(seal.open(seal.seal(CURSOR, ASHA), ASHA)).isEqualTo(CURSOR);
    }

    @Test
    void opens_a_moment_before_1970_too() {
        Cursor old = new Cursor(Instant.parse("1969-12-31T23:59:59.999999Z"), UUID.randomUUID());

        assertThat(seal.open(seal.seal(old, ASHA), ASHA)).isEqualTo(old);
    }

    @Test
    void refuses_a_cursor_with_any_character_changed() {
        String sealed = seal.seal(CURSOR, ASHA);

        for (int at = 0; at < sealed.length(); at++) {
            char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
            assertRefused(sealed.substring(0, at) + other + sealed.substring(at + 1));
        }
    }

    @Test
    void refuses_a_cursor_of_another_borrower() {
        String sealed = seal.seal(CURSOR, UUID.randomUUID());

        assertRefused(sealed);
    }

    @Test
    void refuses_a_cursor_that_another_secret_sealed() {
        assertRefused(new CursorSeal("another secret").seal(CURSOR, ASHA));
    }

    @Test
    void refuses_a_cursor_that_was_cut_or_lengthened() {
        String sealed = seal.seal(CURSOR, ASHA);

        assertRefused(sealed.substring(0, sealed.length() - 4));
        assertRefused(sealed + "AAAA");
        assertRefused(sealed + "=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "not base64!", "%00", "AAAA", "' or 1=1 --"})
    void refuses_what_was_never_a_cursor(String text) {
        assertRefused(text);
    }

    private void assertRefused(String cursor) {
        assertThatThrownBy(() -> seal.open(cursor, ASHA))
                .as(cursor)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.type()).isEqualTo(ProblemType.INVALID_CURSOR));
    }
}
