package com.byajbook.platform.overload.gate;

import com.byajbook.platform.overload.admission.GateLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Admission.
 *
 * @param mode whether it is at work; UNPROTECTED needs the profile {@code load-test}
 * @param longestAppointment the longest time after which somebody is told to come back
 * @param decisionLog what each gate remembers of its decisions
 * @param gates what is different from a gate's own defaults, by the gate's name
 */
@Validated
@ConfigurationProperties("byajbook.overload")
public record OverloadProperties(
        @NotNull @DefaultValue("PROTECTED") Mode mode,
        @NotNull @DefaultValue("120s") Duration longestAppointment,
        @Valid @DefaultValue DecisionLog decisionLog,
        @DefaultValue Map<String, @Valid GateProperties> gates) {

    /**
     * What each gate remembers of its decisions.
     *
     * @param enabled whether anything
     * @param segmentBytes the size of each of its two segments
     */
    public record DecisionLog(
            @DefaultValue("true") boolean enabled,

            @Min(1_024) @Max(67_108_864) @DefaultValue("524288")
            int segmentBytes) {}

    /** Whether admission is at work. */
    public enum Mode {
        /** As in production. */
        PROTECTED,
        /** Everybody is let in: the arm that a load test compares with. */
        UNPROTECTED
    }

    /**
     * What is different at one gate; what is not named stays.
     *
     * @param width the most at work at once
     * @param maxQueued the most that wait
     * @param targetCritical the longest wait of the class, and so on
     * @param floorEvery every so many starts the longest waiting goes first; 0 for never
     */
    public record GateProperties(
            @Nullable @Min(1) Integer width,
            @Nullable @Min(0) Integer maxQueued,
            @Nullable Duration targetCritical,
            @Nullable Duration targetHigh,
            @Nullable Duration targetNormal,
            @Nullable Duration targetLow,
            @Nullable @Min(0) @Max(10_000) Integer floorEvery) {

        GateLimits over(GateLimits given) {
            return new GateLimits(
                    or(width, given.width()),
                    or(maxQueued, given.maxQueued()),
                    new GateLimits.Targets(
                            or(targetCritical, given.targets().critical()),
                            or(targetHigh, given.targets().high()),
                            or(targetNormal, given.targets().normal()),
                            or(targetLow, given.targets().low())),
                    or(floorEvery, given.floorEvery()),
                    given.longestAppointment());
        }

        private static <T> T or(@Nullable T configured, T given) {
            return configured == null ? given : configured;
        }
    }
}
