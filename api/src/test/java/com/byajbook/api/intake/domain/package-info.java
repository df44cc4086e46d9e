/** How a body is recognised again. */
@NullMarked
package com.byajbook.api.intake.domain;

import org.jspecify.annotations.NullMarked;
