/** A running platform with people in it, shared by the suites of one kind. */
@NullMarked
package com.byajbook.loadtests.stage;

import org.jspecify.annotations.NullMarked;
