/** Who asks for what: the classes of traffic, the kinds of requests, the mix of a day, and the people who ask. */
@NullMarked
package com.byajbook.loadtests.load.traffic;

import org.jspecify.annotations.NullMarked;
