/** Measures, with the arms of a comparison alternating in one run on one server. */
@NullMarked
package com.byajbook.loadtests.bench;

import org.jspecify.annotations.NullMarked;
