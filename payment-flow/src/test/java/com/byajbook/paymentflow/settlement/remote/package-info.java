/** A settlement file's bytes, without a server. */
@NullMarked
package com.byajbook.paymentflow.settlement.remote;

import org.jspecify.annotations.NullMarked;
