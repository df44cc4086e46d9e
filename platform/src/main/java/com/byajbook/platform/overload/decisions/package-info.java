/** What each gate decided lately, kept in a bounded record, dumped as a log, and decided again offline. */
@NullMarked
package com.byajbook.platform.overload.decisions;

import org.jspecify.annotations.NullMarked;
