package com.byajbook.loanengine.servicing.domain;

import com.byajbook.loanengine.pricing.usecase.AccrueInterest;
import com.byajbook.loanengine.pricing.usecase.ListInstalments;
import com.byajbook.loanengine.pricing.usecase.ScheduledInstalment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Loans to try rules on, priced as real ones are. */
public final class Loans {

    /** The prices' own rule. */
    public static final InterestRule INTEREST = (outstanding, rate, month, part) ->
            new AccrueInterest().paise(outstanding, rate, month.from(), month.to(), part.from(), part.to());

    public static final Conditions CONDITIONS = new Conditions(BigDecimal.valueOf(2), 250_00, 3, AllocationOrder.USUAL);

    private Loans() {}

    /** A loan of these shares together. */
    public static Account account(String rate, int months, LocalDate disbursedOn, long... shares) {
        long principal =
                IntStream.range(0, shares.length).mapToLong(i -> shares[i]).sum();
        List<ScheduledInstalment> rows =
                new ListInstalments().list(principal, new BigDecimal(rate), months, disbursedOn);
        Terms terms = new Terms(
                new UUID(7, 7),
                new UUID(8, 8),
                principal,
                new BigDecimal(rate),
                months,
                rows.get(0).emiPaise(),
                disbursedOn,
                CONDITIONS);
        return Account.open(
                terms,
                rows.stream()
                        .map(row -> new Instalment(
                                row.number(),
                                row.dueDate(),
                                new Amounts(0, 0, row.interestPaise(), row.principalPaise()),
                                Amounts.NONE))
                        .toList(),
                IntStream.range(0, shares.length)
                        .mapToObj(i -> new LenderShare(i + 1, new UUID(9, i), shares[i], 0, 0))
                        .toList());
    }
}
