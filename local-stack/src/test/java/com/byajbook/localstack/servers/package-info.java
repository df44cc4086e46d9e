/** Tests of the package of the same name. */
@NullMarked
package com.byajbook.localstack.servers;

import org.jspecify.annotations.NullMarked;
