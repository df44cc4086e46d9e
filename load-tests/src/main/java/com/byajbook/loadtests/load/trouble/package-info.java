/** What goes wrong on purpose in the middle of a run, and what the services' memory does meanwhile. */
@NullMarked
package com.byajbook.loadtests.load.trouble;

import org.jspecify.annotations.NullMarked;
