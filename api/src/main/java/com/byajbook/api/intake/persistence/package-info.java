/** The acceptance point's table in PostgreSQL. */
@NullMarked
package com.byajbook.api.intake.persistence;

import org.jspecify.annotations.NullMarked;
