/** Whether the measuring tools measure. */
@NullMarked
package com.byajbook.loadtests.bench;

import org.jspecify.annotations.NullMarked;
