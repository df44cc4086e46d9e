/** Tests of the sandbox's parts without a server. */
@NullMarked
package com.byajbook.localstack.sandbox.upi;

import org.jspecify.annotations.NullMarked;
