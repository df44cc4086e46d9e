/** Days that go well and days that do not, over scripted runs. */
@NullMarked
package com.byajbook.paymentflow.settlement.usecase;

import org.jspecify.annotations.NullMarked;
