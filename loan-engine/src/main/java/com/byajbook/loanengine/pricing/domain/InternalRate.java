package com.byajbook.loanengine.pricing.domain;

import java.math.BigDecimal;

/**
 * The rate a month at which an annuity is worth a given sum today.
 *
 * <p>The worth falls and is convex in the rate, so Newton's steps from 0 climb to the root from the left and never pass it.
 * A bracket and bisection guard each step all the same, and the number of steps is bounded: bad figures end in an
 * exception, never in a loop.
 */
final class InternalRate {

    private static final BigDecimal HIGHEST = BigDecimal.TEN;
    private static final BigDecimal TOLERANCE = new BigDecimal("1E-20");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int MOST_STEPS = 200;

    private final BigDecimal target;
    private final BigDecimal payment;
    private final int months;

    private InternalRate(BigDecimal target, BigDecimal payment, int months) {
        this.target = target;
        this.payment = payment;
        this.months = months;
    }

    /** The rate as a fraction a month; 0 when the payments do not exceed the sum by more than rounding noise. */
    static BigDecimal ofAnnuity(BigDecimal presentValue, BigDecimal payment, int months) {
        return new InternalRate(presentValue, payment, months).find();
    }

    private BigDecimal find() {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = HIGHEST;
        if (excess(low).compareTo(TOLERANCE) <= 0) {
            return BigDecimal.ZERO;
        }
        if (excess(high).signum() > 0) {
            throw new IllegalArgumentException("no rate up to " + HIGHEST + " a month makes " + months + " payments of "
                    + payment + " worth " + target);
        }
        BigDecimal rate = low;
        for (int step = 0; step < MOST_STEPS; step++) {
            BigDecimal next = guarded(rate.subtract(excess(rate).divide(slope(rate), Rounding.PRECISION)), low, high);
            if (next.subtract(rate).abs().compareTo(TOLERANCE) <= 0) {
                return next;
            }
            rate = next;
            if (excess(rate).signum() >= 0) {
                low = rate;
            } else {
                high = rate;
            }
        }
        throw new ArithmeticException("no rate found in " + MOST_STEPS + " steps");
    }

    private static BigDecimal guarded(BigDecimal newton, BigDecimal low, BigDecimal high) {
        boolean inside = newton.compareTo(low) >= 0 && newton.compareTo(high) <= 0;
        return inside ? newton : low.add(high).divide(TWO, Rounding.PRECISION);
    }

    /** How much the payments are worth above the target. */
    private BigDecimal excess(BigDecimal rate) {
        return payment.multiply(annuity(rate), Rounding.PRECISION).subtract(target);
    }

    /** What one unit a month is worth: {@code (1 - (1+i)^-n) / i}, and n at 0. */
    private BigDecimal annuity(BigDecimal rate) {
        if (rate.signum() == 0) {
            return BigDecimal.valueOf(months);
        }
        return BigDecimal.ONE.subtract(discount(rate)).divide(rate, Rounding.PRECISION);
    }

    /** The derivative of the worth: {@code (n * v * i / (1+i) - (1 - v)) / i^2} with v the last discount, and -n(n+1)/2 at 0. */
    private BigDecimal slope(BigDecimal rate) {
        if (rate.signum() == 0) {
            return payment.multiply(BigDecimal.valueOf(-(long) months * (months + 1) / 2));
        }
        BigDecimal last = discount(rate);
        BigDecimal rise = BigDecimal.valueOf(months)
                .multiply(last)
                .multiply(rate)
                .divide(BigDecimal.ONE.add(rate), Rounding.PRECISION);
        return rise.subtract(BigDecimal.ONE.subtract(last))
                .divide(rate.multiply(rate), Rounding.PRECISION)
                .multiply(payment, Rounding.PRECISION);
    }

    private BigDecimal discount(BigDecimal rate) {
        return BigDecimal.ONE.divide(BigDecimal.ONE.add(rate).pow(months, Rounding.PRECISION), Rounding.PRECISION);
    }
}
