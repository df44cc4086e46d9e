/** Tests of results. */
@NullMarked
package com.byajbook.loadtests.load.report;

import org.jspecify.annotations.NullMarked;
