/** Each day's payments against each provider's settlement file: what differs, and how each difference is settled. */
@NullMarked
package com.byajbook.paymentflow.settlement;

import org.jspecify.annotations.NullMarked;
