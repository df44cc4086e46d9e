package com.byajbook.platform.control;

import static com.byajbook.platform.control.Limits.DEFINITION;
import static com.byajbook.platform.control.Limits.NOW;
import static com.byajbook.platform.control.Limits.forAWhile;
import static com.byajbook.platform.control.Limits.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.limits.LimitUnit;
import com.byajbook.platform.limits.LiveLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeRulesTest {

    private static final Duration TTL = Duration.ofMinutes(10);

    @Test
    void a_limit_that_was_never_changed_has_version_0() {
        assertThat(LimitView.of(DEFINITION, null, NOW))
                .returns(0L, LimitView::version)
                .returns(8L, LimitView::value)
                .returns(null, LimitView::reason);
    }

    @Test
    void a_change_is_in_force_one_version_later_with_who_and_why() {
        LimitWrite write = changed(null, to(12L, 0), NOW);

        assertThat(write)
                .isEqualTo(new LimitWrite(
                        new StoredLimit(Limits.WIDTH, 12L, 1, "Diwali", "asha", NOW, null, null),
                        ChangeKind.CHANGED,
                        8L,
                        12L));
        assertThat(write.expectedVersion()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 65, Long.MAX_VALUE, Long.MIN_VALUE})
    void refuses_a_value_outside_of_the_bounds(long value) {
        assertThat(ChangeRules.refusal(DEFINITION, null, to(value, 0), NOW))
                .contains(new ChangeOutcome.OutOfBounds(DEFINITION, value));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 8, 64})
    void takes_a_value_up_to_the_bounds(long value) {
        assertThat(ChangeRules.refusal(DEFINITION, null, to(value, 0), NOW)).isEmpty();
    }

    @Test
    void refuses_a_change_of_what_has_changed_meanwhile_and_shows_what_it_is_now() {
        StoredLimit current = changed(null, to(12L, 0), NOW).next();

        assertThat(ChangeRules.refusal(DEFINITION, current, to(16L, 0), NOW))
                .contains(new ChangeOutcome.Stale(LimitView.of(DEFINITION, current, NOW)));
        assertThat(ChangeRules.refusal(DEFINITION, current, to(16L, 1), NOW)).isEmpty();
    }

    @Test
    void refuses_a_version_that_never_was() {
        assertThat(ChangeRules.refusal(DEFINITION, null, to(16L, 3), NOW))
                .get()
                .isInstanceOf(ChangeOutcome.Stale.class);
    }

    @Test
    void a_temporary_change_goes_back_to_the_configuration_where_nothing_was_stored() {
        StoredLimit temporary = changed(null, forAWhile(32, 0, TTL), NOW).next();

        assertThat(temporary.valueFor(DEFINITION, NOW.plus(TTL).minusNanos(1))).isEqualTo(32);
        assertThat(temporary.valueFor(DEFINITION, NOW.plus(TTL))).isEqualTo(8);
        assertThat(temporary.revertsTo()).isNull();
        assertThat(LimitView.of(DEFINITION, temporary, NOW))
                .returns(NOW.plus(TTL), LimitView::expiresAt)
                .returns(8L, LimitView::revertsTo);
    }

    @Test
    void a_temporary_change_goes_back_to_the_last_lasting_value_even_from_on_top_of_another() {
        StoredLimit lasting = changed(null, to(12L, 0), NOW).next();
        StoredLimit first = changed(lasting, forAWhile(32, 1, TTL), NOW).next();
        StoredLimit second = changed(first, forAWhile(48, 2, TTL), NOW).next();

        assertThat(second.valueFor(DEFINITION, NOW.plus(TTL))).isEqualTo(12);
    }

    @Test
    void a_lasting_change_ends_the_expiry_of_a_temporary_one() {
        StoredLimit temporary = changed(null, forAWhile(32, 0, TTL), NOW).next();
        StoredLimit lasting = changed(temporary, to(32L, 1), NOW).next();

        assertThat(lasting.expiresAt()).isNull();
        assertThat(lasting.valueFor(DEFINITION, NOW.plus(TTL))).isEqualTo(32);
    }

    @Test
    void a_reset_gives_the_limit_back_to_the_configuration_of_this_and_of_later_releases() {
        StoredLimit changed = changed(null, to(12L, 0), NOW).next();
        StoredLimit reset = changed(changed, to(null, 1), NOW).next();

        assertThat(reset.valueFor(DEFINITION, NOW)).isEqualTo(8);
        assertThat(reset.valueFor(release(20, 64), NOW)).isEqualTo(20);
        assertThat(changed.valueFor(release(20, 64), NOW)).isEqualTo(12);
    }

    @Test
    void what_has_expired_is_reverted_before_it_is_changed() {
        StoredLimit temporary = changed(null, forAWhile(32, 0, TTL), NOW).next();

        assertThat(ChangeRules.refusal(DEFINITION, temporary, to(16L, 1), NOW.plus(TTL)))
                .get()
                .isInstanceOfSatisfying(
                        ChangeOutcome.Stale.class,
                        stale -> assertThat(stale.current().value()).isEqualTo(8));
    }

    @Test
    void a_revert_is_a_version_of_its_own_that_nobody_wanted() {
        StoredLimit temporary = changed(null, forAWhile(32, 0, TTL), NOW).next();
        Instant end = NOW.plus(TTL);

        assertThat(ChangeRules.reverted(DEFINITION, temporary, end))
                .isEqualTo(new LimitWrite(
                        new StoredLimit(Limits.WIDTH, null, 2, "reverted automatically", "byajbook", end, null, null),
                        ChangeKind.REVERTED,
                        32L,
                        8L));
    }

    @Test
    void reverts_also_what_this_release_does_not_know_any_more() {
        StoredLimit lasting = changed(null, to(12L, 0), NOW).next();
        StoredLimit temporary = changed(lasting, forAWhile(32, 1, TTL), NOW).next();

        assertThat(ChangeRules.reverted(null, temporary, NOW.plus(TTL)))
                .returns(32L, LimitWrite::from)
                .returns(12L, LimitWrite::to);
    }

    @Test
    void a_stored_value_outside_of_a_later_release_s_bounds_is_not_in_force() {
        StoredLimit changed = changed(null, to(60L, 0), NOW).next();

        assertThat(changed.valueFor(release(20, 40), NOW)).isEqualTo(20);
    }

    private static LimitWrite changed(@Nullable StoredLimit current, LimitChange change, Instant now) {
        assertThat(ChangeRules.refusal(DEFINITION, current, change, now)).isEqualTo(Optional.empty());
        return ChangeRules.changed(DEFINITION, current, change, now);
    }

    private static LiveLimit.Definition release(long initial, long max) {
        return new LiveLimit.Definition(Limits.WIDTH, LimitUnit.COUNT, initial, 1, max, "Batches at once.");
    }
}
