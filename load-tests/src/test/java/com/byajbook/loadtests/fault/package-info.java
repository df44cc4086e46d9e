/** What must hold while processes and servers are killed and links are cut. */
@NullMarked
package com.byajbook.loadtests.fault;

import org.jspecify.annotations.NullMarked;
