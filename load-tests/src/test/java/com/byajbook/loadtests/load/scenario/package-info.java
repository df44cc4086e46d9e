/** Tests of what scenarios expect. */
@NullMarked
package com.byajbook.loadtests.load.scenario;

import org.jspecify.annotations.NullMarked;
