/** The rules of servicing, without a server. */
@NullMarked
package com.byajbook.loanengine.servicing.domain;

import org.jspecify.annotations.NullMarked;
