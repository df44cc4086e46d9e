/** Overload control: every resource of known width has a gate, every refusal says why and when to come back. */
@NullMarked
package com.byajbook.platform.overload;

import org.jspecify.annotations.NullMarked;
