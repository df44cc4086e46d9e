/** Tests of the partner sandbox through a real HTTP client. */
@NullMarked
package com.byajbook.localstack.sandbox;

import org.jspecify.annotations.NullMarked;
