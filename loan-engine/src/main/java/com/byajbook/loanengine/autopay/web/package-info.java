/** What a borrower may see of autopay. */
@NullMarked
package com.byajbook.loanengine.autopay.web;

import org.jspecify.annotations.NullMarked;
