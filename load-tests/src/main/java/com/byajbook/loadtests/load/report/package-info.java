/** What a run leaves: a result as JSON, a page to look at, a summary in the terminal, and a comparison with an earlier result. */
@NullMarked
package com.byajbook.loadtests.load.report;

import org.jspecify.annotations.NullMarked;
