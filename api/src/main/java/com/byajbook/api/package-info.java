/** The edge that the mobile app talks to. */
@NullMarked
package com.byajbook.api;

import org.jspecify.annotations.NullMarked;
