/** Tests of the package of the same name. */
@NullMarked
package com.byajbook.localstack.processes;

import org.jspecify.annotations.NullMarked;
