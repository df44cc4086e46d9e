/** What is accepted, under which identity, and how its body is recognised again. */
@NullMarked
package com.byajbook.api.intake.domain;

import org.jspecify.annotations.NullMarked;
