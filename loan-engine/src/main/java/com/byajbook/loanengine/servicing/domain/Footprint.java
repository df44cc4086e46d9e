package com.byajbook.loanengine.servicing.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a repayment did to a loan, as far as it must be known to take it back.
 *
 * @param version the loan's, once it was done
 * @param paid what it paid
 * @param prepaidPaise the principal of it that was repaid outside all instalments
 * @param arrearsBefore the class of the loan before
 * @param accrualBefore what was reckoned before, null if nothing was
 * @param replaced the instalments that it paid of, made anew or ended, as they were before
 */
public record Footprint(
        int version,
        Amounts paid,
        long prepaidPaise,
        ArrearsClass arrearsBefore,
        @Nullable Accrual accrualBefore,
        List<Instalment> replaced) {

    public Footprint {
        replaced = List.copyOf(replaced);
    }

    static Footprint of(Account before, Account after, Amounts paid) {
        return new Footprint(
                after.version(),
                paid,
                after.totals().prepaidPaise() - before.totals().prepaidPaise(),
                before.arrears(),
                before.accrual(),
                before.instalments().stream()
                        .filter(row -> !after.instalments().contains(row))
                        .toList());
    }
}
