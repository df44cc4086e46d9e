/** Who is calling: access tokens, checked locally and without I/O. */
@NullMarked
package com.byajbook.api.security;

import org.jspecify.annotations.NullMarked;
