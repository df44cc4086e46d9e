/** The ingress: decides from a request's head alone who comes in, and answers those who do not at next to no cost. */
@NullMarked
package com.byajbook.platform.overload.ingress;

import org.jspecify.annotations.NullMarked;
