/** Tests of the package of the same name. */
@NullMarked
package com.byajbook.localstack.fault;

import org.jspecify.annotations.NullMarked;
