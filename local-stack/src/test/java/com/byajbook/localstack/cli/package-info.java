/** Tests of the package of the same name. */
@NullMarked
package com.byajbook.localstack.cli;

import org.jspecify.annotations.NullMarked;
