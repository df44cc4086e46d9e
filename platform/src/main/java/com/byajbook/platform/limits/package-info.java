/** Named bounds that can be changed while the service runs: what they are called, how far they may go, what they are now. */
@NullMarked
package com.byajbook.platform.limits;

import org.jspecify.annotations.NullMarked;
