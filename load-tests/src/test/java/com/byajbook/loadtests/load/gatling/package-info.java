/** Tests of how Gatling is run. */
@NullMarked
package com.byajbook.loadtests.load.gatling;

import org.jspecify.annotations.NullMarked;
