/** Starting processes that outlive us, and later recognising, measuring and ending exactly those. */
@NullMarked
package com.byajbook.localstack.processes;

import org.jspecify.annotations.NullMarked;
