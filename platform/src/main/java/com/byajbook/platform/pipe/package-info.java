/** The pipeline as an operator sees it: each place where work can wait, how full it is, and which one is the bottleneck. */
@NullMarked
package com.byajbook.platform.pipe;

import org.jspecify.annotations.NullMarked;
