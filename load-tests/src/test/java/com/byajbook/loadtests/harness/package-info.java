/** What the suites stand on is tested itself. */
@NullMarked
package com.byajbook.loadtests.harness;

import org.jspecify.annotations.NullMarked;
