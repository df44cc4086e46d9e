/** Many people at once: bounded loads that remember every answer they got. */
@NullMarked
package com.byajbook.loadtests.crowd;

import org.jspecify.annotations.NullMarked;
