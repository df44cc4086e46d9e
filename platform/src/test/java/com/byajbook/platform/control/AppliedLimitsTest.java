package com.byajbook.platform.control;

import static com.byajbook.platform.control.Limits.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LiveLimit;
import com.byajbook.platform.limits.LiveLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppliedLimitsTest {

    private static final Duration TTL = Duration.ofMinutes(10);

    private final LiveLimits limits = Limits.defined();
    private final AtomicLong nanos = new AtomicLong(77);
    private final AppliedLimits applied = new AppliedLimits(limits, nanos::get);

    @Test
    void follows_what_is_stored() {
        assertThat(applied.follow(state(1, 12L))).isTrue();
        assertThat(Limits.valueIn(limits)).isEqualTo(12);
        assertThat(applied.version()).isEqualTo(1);
        assertThat(applied.follow(state(1, 12L))).as("nothing new").isFalse();
    }

    @Test
    void a_reading_that_was_overtaken_changes_nothing() {
        assertThat(applied.follow(state(2, 16L))).isTrue();
        assertThat(applied.follow(state(1, 12L))).isFalse();

        assertThat(Limits.valueIn(limits)).isEqualTo(16);
        assertThat(applied.version()).isEqualTo(2);
    }

    @Test
    void goes_back_to_the_configuration_when_the_limit_is_reset() {
        assertThat(applied.follow(state(1, 12L))).isTrue();
        assertThat(applied.follow(state(2, null))).isTrue();

        assertThat(Limits.valueIn(limits)).isEqualTo(8);
    }

    @Test
    void what_has_expired_is_never_applied() {
        assertThat(applied.follow(temporary(1, 32, NOW.minusSeconds(1)))).isTrue();

        assertThat(Limits.valueIn(limits)).isEqualTo(8);
    }

    @Test
    void a_limit_s_time_ends_here_also_while_nothing_can_be_read() {
        assertThat(applied.follow(temporary(1, 32, NOW.plus(TTL)))).isTrue();
        assertThat(applied.expire()).isFalse();
        assertThat(Limits.valueIn(limits)).isEqualTo(32);

        nanos.addAndGet(TTL.minusMillis(1).toNanos());
        assertThat(applied.expire()).isFalse();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(applied.expire()).isTrue();

        assertThat(Limits.valueIn(limits)).isEqualTo(8);
        assertThat(applied.view(Limits.WIDTH)).get().returns(8L, LimitView::value);
    }

    @Test
    void ignores_a_stored_limit_that_this_release_does_not_know() {
        StoredLimit unknown = stored("gate.gone.width", 1, 12L, null);

        assertThat(applied.follow(new StoredState(1, NOW, Map.of(unknown.name(), unknown))))
                .isTrue();
        assertThat(applied.view(unknown.name())).isEmpty();
        assertThat(applied.views()).hasSize(1);
    }

    @Test
    void ignores_a_stored_value_outside_of_this_release_s_bounds() {
        assertThat(applied.follow(state(1, 12L))).isTrue();
        assertThat(applied.follow(state(2, 65L))).isTrue();

        assertThat(Limits.valueIn(limits)).isEqualTo(8);
    }

    @Test
    void leaves_alone_what_nobody_ever_changed() {
        LiveLimit other =
                limits.define(new LiveLimit.Definition("user.rate", LimitUnit.PER_SECOND, 5, 1, 100, "Requests."));
        other.set(7);

        assertThat(applied.follow(state(1, 12L))).isTrue();

        assertThat(other.value()).isEqualTo(7);
    }

    private static StoredState state(long version, @Nullable Long value) {
        StoredLimit stored = stored(Limits.WIDTH, version, value, null);
        return new StoredState(version, NOW, Map.of(Limits.WIDTH, stored));
    }

    private static StoredState temporary(long version, long value, Instant until) {
        return new StoredState(version, NOW, Map.of(Limits.WIDTH, stored(Limits.WIDTH, version, value, until)));
    }

    private static StoredLimit stored(String name, long version, @Nullable Long value, @Nullable Instant until) {
        return new StoredLimit(name, value, version, "why", "asha", NOW.minus(TTL), until, null);
    }
}
