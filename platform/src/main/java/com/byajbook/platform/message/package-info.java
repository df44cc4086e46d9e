/** The contracts between services: commands and events, and nothing of how they travel. */
@NullMarked
package com.byajbook.platform.message;

import org.jspecify.annotations.NullMarked;
