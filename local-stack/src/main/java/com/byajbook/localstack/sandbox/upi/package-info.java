/** The UPI providers: collections, payouts, signed webhooks and inquiries, with every misbehaviour on demand. */
@NullMarked
package com.byajbook.localstack.sandbox.upi;

import org.jspecify.annotations.NullMarked;
