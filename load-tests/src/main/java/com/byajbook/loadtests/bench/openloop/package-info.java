/** A crowd that arrives at its own pace: one thread, few instructions a request, every time counted from the intended start. */
@NullMarked
package com.byajbook.loadtests.bench.openloop;

import org.jspecify.annotations.NullMarked;
