package com.byajbook.platform.overload.decisions;

import com.byajbook.platform.overload.admission.GateLimits;
import com.byajbook.platform.overload.admission.TrafficClass;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Other limits, as people write them: {@code target.high=50ms}, {@code gate.intake.width=20}. */
final class Settings {

    private static final Pattern SETTING = Pattern.compile("([a-z.-]+)=(\\d{1,9})(ms|s)?");
    private static final String TARGET = "target.";
    private static final String KNOWN = "width, max-queued, floor-every, "
            + Arrays.stream(TrafficClass.values())
                    .map(trafficClass -> TARGET + trafficClass.word())
                    .collect(Collectors.joining(", "));

    private Settings() {}

    /** What they make of a gate's limits; throws {@link DecisionLogException} when they make no sense for it. */
    static UnaryOperator<GateLimits> of(String gate, List<String> settings) {
        UnaryOperator<GateLimits> all = limits -> limits;
        for (String setting : settings) {
            UnaryOperator<GateLimits> before = all;
            UnaryOperator<GateLimits> next = parse(gate, setting);
            all = limits -> next.apply(before.apply(limits));
        }
        return all;
    }

    private static UnaryOperator<GateLimits> parse(String gate, String setting) {
        String prefix = "gate." + gate + ".";
        Matcher matcher = SETTING.matcher(setting.startsWith(prefix) ? setting.substring(prefix.length()) : setting);
        if (!matcher.matches() || matcher.group(1).startsWith("gate.")) {
            throw new DecisionLogException("\"" + setting + "\" is not a limit of gate " + gate
                    + ". Write for example target.high=50ms or width=20.");
        }
        String name = matcher.group(1);
        int value = Integer.parseInt(matcher.group(2));
        String unit = matcher.group(3);
        if (name.startsWith(TARGET)) {
            TrafficClass trafficClass = classOf(name.substring(TARGET.length()), setting);
            Duration target = "s".equals(unit) ? Duration.ofSeconds(value) : Duration.ofMillis(value);
            return limits -> limits.withTarget(trafficClass, target);
        }
        if (unit != null) {
            throw new DecisionLogException("\"" + setting + "\": " + name + " is a number, without a unit.");
        }
        return count(name, value, setting);
    }

    private static UnaryOperator<GateLimits> count(String name, int value, String setting) {
        return switch (name) {
            case "width" -> {
                if (value < 1) {
                    throw new DecisionLogException("\"" + setting + "\": the width is at least 1.");
                }
                yield limits -> limits.withWidth(value);
            }
            case "max-queued" -> limits -> limits.withMaxQueued(value);
            case "floor-every" -> limits -> limits.withFloorEvery(value);
            default -> throw unknown(setting);
        };
    }

    private static TrafficClass classOf(String word, String setting) {
        return Arrays.stream(TrafficClass.values())
                .filter(trafficClass -> trafficClass.word().equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(setting));
    }

    private static DecisionLogException unknown(String setting) {
        return new DecisionLogException("\"" + setting + "\": there is no such limit. There are " + KNOWN + ".");
    }
}
