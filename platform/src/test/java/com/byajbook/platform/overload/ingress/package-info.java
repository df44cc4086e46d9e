/** Deciding from a request's head. */
@NullMarked
package com.byajbook.platform.overload.ingress;

import org.jspecify.annotations.NullMarked;
