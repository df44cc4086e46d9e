package com.byajbook.loanengine.servicing.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which order money pays what is owed. A product version names it, and a loan keeps the one that it was made with.
 *
 * <p>The passes go one after the other. A pass goes over the instalments from the oldest to the newest, and pays of each what
 * the pass names, in its order.
 *
 * @param passes each component once, in exactly one pass
 */
public record AllocationOrder(List<List<Component>> passes) {

    /** Penalty, fee and interest of each overdue and then of the current instalment; then principal, oldest first. */
    public static final AllocationOrder USUAL = new AllocationOrder(
            List.of(List.of(Component.PENALTY, Component.FEE, Component.INTEREST), List.of(Component.PRINCIPAL)));

    public AllocationOrder {
        passes = passes.stream().map(List::copyOf).toList();
        List<Component> named = passes.stream().flatMap(List::stream).toList();
        Set<Component> once = new HashSet<>(named);
        if (named.size() != once.size() || once.size() != Component.values().length) {
            throw new IllegalArgumentException("an order names each of " + List.of(Component.values())
                    + " once, and this names " + new ArrayList<>(named));
        }
    }

    /** The order written as text, {@code PENALTY FEE INTEREST, PRINCIPAL}: the passes, and in each its components. */
    public static AllocationOrder parse(String text) {
        return new AllocationOrder(Arrays.stream(text.split(",", -1))
                .map(pass -> Arrays.stream(pass.strip().split("\\s+", -1))
                        .map(Component::valueOf)
                        .toList())
                .toList());
    }

    /** The order as {@link #parse} reads it. */
    public String text() {
        return passes.stream()
                .map(pass -> pass.stream().map(Enum::name).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(", "));
    }
}
