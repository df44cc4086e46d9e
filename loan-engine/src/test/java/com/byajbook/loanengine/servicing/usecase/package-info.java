/** Use cases of service against scripted ports. */
@NullMarked
package com.byajbook.loanengine.servicing.usecase;

import org.jspecify.annotations.NullMarked;
