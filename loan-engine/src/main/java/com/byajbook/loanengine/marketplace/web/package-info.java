/** What lenders see, for the api. */
@NullMarked
package com.byajbook.loanengine.marketplace.web;

import org.jspecify.annotations.NullMarked;
