/** The acceptance point: commands of concurrent requests become few commits, each accepted once. */
@NullMarked
package com.byajbook.api.intake.usecase;

import org.jspecify.annotations.NullMarked;
