/** Tests of the package of the same name. */
@NullMarked
package com.byajbook.localstack.services;

import org.jspecify.annotations.NullMarked;
