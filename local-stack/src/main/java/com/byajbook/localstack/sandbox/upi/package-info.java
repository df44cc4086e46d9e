/** The UPI providers: payments both ways, signed webhooks, inquiries, settlement files, and every misbehaviour on demand. */
@NullMarked
package com.byajbook.localstack.sandbox.upi;

import org.jspecify.annotations.NullMarked;
