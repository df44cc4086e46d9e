/** The one version of the loan product that new applications are judged and priced by, as configuration. */
@NullMarked
package com.byajbook.loanengine.product;

import org.jspecify.annotations.NullMarked;
