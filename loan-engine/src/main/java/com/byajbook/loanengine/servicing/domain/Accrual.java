package com.byajbook.loanengine.servicing.domain;

import java.time.LocalDate;

/**
 * Interest of the present month that was reckoned when the balance changed.
 *
 * @param until the day of that change; the balance of after it costs from here on
 */
public record Accrual(LocalDate until, long paise) {}
