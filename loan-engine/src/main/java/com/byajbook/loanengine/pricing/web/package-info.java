/** Quotes over HTTP, for the api. */
@NullMarked
package com.byajbook.loanengine.pricing.web;

import org.jspecify.annotations.NullMarked;
