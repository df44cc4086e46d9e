/** Identities that are known before anything is written. */
@NullMarked
package com.byajbook.platform.id;

import org.jspecify.annotations.NullMarked;
