/** Makes a share of the report queries slow, on purpose and under the profile {@code load-test} alone. */
@NullMarked
package com.byajbook.platform.postgres.slowreports;

import org.jspecify.annotations.NullMarked;
