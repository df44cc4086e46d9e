/** Random lives on the whole platform, beside a model that says before each step what must come of it. */
@NullMarked
package com.byajbook.loadtests.model;

import org.jspecify.annotations.NullMarked;
