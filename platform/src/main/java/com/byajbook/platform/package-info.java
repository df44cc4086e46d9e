/** What several services share, and no business noun outside the message contracts. */
@NullMarked
package com.byajbook.platform;

import org.jspecify.annotations.NullMarked;
