@NullMarked
package com.byajbook.platform.invariant;

import org.jspecify.annotations.NullMarked;
