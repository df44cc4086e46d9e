/** Taking on, asking for and giving back mandates, and what they need. */
@NullMarked
package com.byajbook.paymentflow.mandates.usecase;

import org.jspecify.annotations.NullMarked;
