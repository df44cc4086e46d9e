/** The commands of {@code ./byajbook}: thin, each in its own class, all output for people. */
@NullMarked
package com.byajbook.localstack.cli;

import org.jspecify.annotations.NullMarked;
