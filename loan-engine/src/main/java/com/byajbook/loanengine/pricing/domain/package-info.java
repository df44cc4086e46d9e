/** What a loan costs: EMI, schedules, fees, APR and the key fact statement, in plain Java. */
@NullMarked
package com.byajbook.loanengine.pricing.domain;

import org.jspecify.annotations.NullMarked;
