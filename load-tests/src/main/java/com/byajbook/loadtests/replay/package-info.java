/** A gate's decision log on the command line: whether the policy decides the same again, and what it would have decided. */
@NullMarked
package com.byajbook.loadtests.replay;

import org.jspecify.annotations.NullMarked;
