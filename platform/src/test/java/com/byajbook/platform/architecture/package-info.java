/** The rules of the tree, and the proof that each bites. */
@NullMarked
package com.byajbook.platform.architecture;

import org.jspecify.annotations.NullMarked;
