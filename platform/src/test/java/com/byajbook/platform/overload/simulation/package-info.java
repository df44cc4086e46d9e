/** The policy against a simulated resource and a simulated crowd, in virtual time: hours in milliseconds, and the same each time. */
@NullMarked
package com.byajbook.platform.overload.simulation;

import org.jspecify.annotations.NullMarked;
