/** The contract, published as OpenAPI 3.1. */
@NullMarked
package com.byajbook.api.openapi;

import org.jspecify.annotations.NullMarked;
