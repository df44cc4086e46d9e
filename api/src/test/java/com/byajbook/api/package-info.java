/** Tests of the edge, and the rules of its structure. */
@NullMarked
package com.byajbook.api;

import org.jspecify.annotations.NullMarked;
