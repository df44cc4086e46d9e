/** The platform as its users run it: each service a process of its own, started, broken and ended on demand. */
@NullMarked
package com.byajbook.loadtests.harness;

import org.jspecify.annotations.NullMarked;
