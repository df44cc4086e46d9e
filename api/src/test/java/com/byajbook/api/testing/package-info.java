/** An api on real servers, and people who call it. */
@NullMarked
package com.byajbook.api.testing;

import org.jspecify.annotations.NullMarked;
