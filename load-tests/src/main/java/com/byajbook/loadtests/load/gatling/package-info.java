/** Gatling as the one that starts users and sends requests: its simulation, and how it is run inside this program. */
@NullMarked
package com.byajbook.loadtests.load.gatling;

import org.jspecify.annotations.NullMarked;
