package com.byajbook.loanengine.pricing.domain;

import java.time.LocalDate;

/**
 * One row of the ledger schedule.
 *
 * @param number from 1
 * @param emiPaise what is due: principal and interest together
 * @param balancePaise the principal still owed after this row
 */
public record Instalment(
        int number, LocalDate dueDate, long principalPaise, long interestPaise, long emiPaise, long balancePaise) {}
