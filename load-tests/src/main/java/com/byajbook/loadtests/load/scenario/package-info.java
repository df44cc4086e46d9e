/** The scenarios: a small class each, which reads as a paragraph, over one shared vocabulary. */
@NullMarked
package com.byajbook.loadtests.load.scenario;

import org.jspecify.annotations.NullMarked;
