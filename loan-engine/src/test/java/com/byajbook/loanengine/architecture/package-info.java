/** The rules of the tree, and the proof that each of them bites. */
@NullMarked
package com.byajbook.loanengine.architecture;

import org.jspecify.annotations.NullMarked;
