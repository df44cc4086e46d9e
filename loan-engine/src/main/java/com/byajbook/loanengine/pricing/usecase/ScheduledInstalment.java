package com.byajbook.loanengine.pricing.usecase;

import com.byajbook.loanengine.pricing.domain.Instalment;
import com.byajbook.loanengine.pricing.domain.LedgerSchedule;
import java.time.LocalDate;
import java.util.List;

/** An instalment as other features and callers see it. */
public record ScheduledInstalment(
        int number, LocalDate dueDate, long principalPaise, long interestPaise, long emiPaise, long balancePaise) {

    static List<ScheduledInstalment> listOf(LedgerSchedule schedule) {
        return schedule.instalments().stream().map(ScheduledInstalment::of).toList();
    }

    private static ScheduledInstalment of(Instalment row) {
        return new ScheduledInstalment(
                row.number(),
                row.dueDate(),
                row.principalPaise(),
                row.interestPaise(),
                row.emiPaise(),
                row.balancePaise());
    }
}
