/** The rules of funding: who may promise what, and what follows from each step. */
@NullMarked
package com.byajbook.loanengine.marketplace.domain;

import org.jspecify.annotations.NullMarked;
