/** Tests of the sandbox's parts without a server. */
@NullMarked
package com.byajbook.localstack.sandbox.partner;

import org.jspecify.annotations.NullMarked;
