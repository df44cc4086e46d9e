package com.byajbook.loanengine.loans;

import com.byajbook.loanengine.loans.PostgresLoanViews.Terms;
import com.byajbook.loanengine.pricing.usecase.ScheduledInstalment;
import com.byajbook.loanengine.servicing.usecase.ShowAccount.AccountView;
import com.byajbook.loanengine.servicing.usecase.ShowAccount.InstalmentView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The instalments of a loan: as they were offered, with dates that count from the day of the offer, until the loan is paid
 * out; from then on as they are, with what was charged and paid.
 *
 * @param outstandingPaise the principal that is owed; null until the loan is paid out
 */
record ScheduleView(UUID loanId, long emiPaise, @Nullable Long outstandingPaise, List<Row> schedule) {

    static ScheduleView offered(UUID loanId, Terms terms, List<ScheduledInstalment> instalments) {
        return new ScheduleView(
                loanId,
                terms.emiPaise(),
                null,
                instalments.stream().map(Row::of).toList());
    }

    static ScheduleView served(AccountView account) {
        List<Row> rows = new ArrayList<>();
        long balance = account.instalments().stream()
                .mapToLong(InstalmentView::principalPaise)
                .sum();
        for (InstalmentView instalment : account.instalments()) {
            balance -= instalment.principalPaise();
            rows.add(Row.of(instalment, balance));
        }
        return new ScheduleView(account.loanId(), account.emiPaise(), account.outstandingPaise(), rows);
    }

    /**
     * An instalment.
     *
     * @param emiPaise its principal and interest
     * @param balancePaise the principal that the instalments after it repay
     * @param penaltyPaise what was charged for paying late, which is no part of {@code emiPaise}; nor are fees
     * @param paidPaise what was paid of all of it
     * @param status PAID, DUE, OVERDUE or UPCOMING
     */
    record Row(
            int number,
            LocalDate dueDate,
            long principalPaise,
            long interestPaise,
            long emiPaise,
            long balancePaise,
            long penaltyPaise,
            long feePaise,
            long paidPaise,
            String status) {

        private static Row of(ScheduledInstalment offered) {
            return new Row(
                    offered.number(),
                    offered.dueDate(),
                    offered.principalPaise(),
                    offered.interestPaise(),
                    offered.emiPaise(),
                    offered.balancePaise(),
                    0,
                    0,
                    0,
                    "UPCOMING");
        }

        private static Row of(InstalmentView served, long balancePaise) {
            return new Row(
                    served.number(),
                    served.dueDate(),
                    served.principalPaise(),
                    served.interestPaise(),
                    served.principalPaise() + served.interestPaise(),
                    balancePaise,
                    served.penaltyPaise(),
                    served.feePaise(),
                    served.paidPaise(),
                    served.status().name());
        }
    }
}
