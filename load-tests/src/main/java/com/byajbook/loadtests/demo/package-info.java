/** The stories of a borrower, played against a running platform and told in plain words. */
@NullMarked
package com.byajbook.loadtests.demo;

import org.jspecify.annotations.NullMarked;
