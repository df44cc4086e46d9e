/** The crowd and the judge: what plays people against a running platform and says afterwards whether it kept its promises. */
@NullMarked
package com.byajbook.loadtests;

import org.jspecify.annotations.NullMarked;
