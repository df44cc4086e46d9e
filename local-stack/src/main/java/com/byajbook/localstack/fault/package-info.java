/** Ways to break the network between two of our processes on demand. */
@NullMarked
package com.byajbook.localstack.fault;

import org.jspecify.annotations.NullMarked;
