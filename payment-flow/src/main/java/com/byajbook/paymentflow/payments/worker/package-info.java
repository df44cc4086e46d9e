/** The loops that submit, inquire and clear up; they alone subscribe, and they alone are stopped. */
@NullMarked
package com.byajbook.paymentflow.payments.worker;

import org.jspecify.annotations.NullMarked;
