/** The rules by which an application is decided, in plain Java. */
@NullMarked
package com.byajbook.loanengine.underwriting.domain;

import org.jspecify.annotations.NullMarked;
