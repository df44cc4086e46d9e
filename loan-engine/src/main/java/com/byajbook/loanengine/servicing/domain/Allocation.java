package com.byajbook.loanengine.servicing.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a repayment paid.
 *
 * @param lines what went where, more than 0 each, in the order of payment
 * @param excessPaise what was more than all that is due by that day
 */
public record Allocation(List<Line> lines, long excessPaise) {

    public Allocation {
        lines = List.copyOf(lines);
    }

    /**
     * Shares a repayment out over what is due on that day: overdue instalments and the one that is due then. The repayment is
     * the sum of all lines and the excess, and no line is more than was owed.
     *
     * @param dues in any order; those of later days stay as they are
     */
    public static Allocation of(long repaymentPaise, List<Due> dues, AllocationOrder order, LocalDate day) {
        if (repaymentPaise <= 0) {
            throw new IllegalArgumentException("a repayment is more than 0, not " + repaymentPaise + " paise");
        }
        List<Due> oldestFirst = dues.stream()
                .filter(due -> due.isDueOn(day))
                .sorted(Comparator.comparing(Due::dueDate).thenComparing(Due::number))
                .toList();
        List<Line> lines = new ArrayList<>();
        long left = repaymentPaise;
        for (List<Component> pass : order.passes()) {
            for (Due due : oldestFirst) {
                for (Component component : pass) {
                    long paid = Math.min(left, due.of(component));
                    if (paid > 0) {
                        lines.add(new Line(due.number(), component, paid));
                        left -= paid;
                    }
                }
            }
        }
        return new Allocation(lines, left);
    }

    /** What it paid of one component, of all instalments together. */
    public long of(Component component) {
        return lines.stream()
                .filter(line -> line.component() == component)
                .mapToLong(Line::paise)
                .sum();
    }

    /** A part of a repayment. */
    public record Line(int number, Component component, long paise) {}
}
