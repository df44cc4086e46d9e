/** From an application to a decision: offered, declined with every reason, or referred to a person. */
@NullMarked
package com.byajbook.loanengine.underwriting;

import org.jspecify.annotations.NullMarked;
