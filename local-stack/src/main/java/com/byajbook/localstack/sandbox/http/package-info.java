/** The sandbox's small HTTP layer: routes, strict JSON in, JSON or HTML out. */
@NullMarked
package com.byajbook.localstack.sandbox.http;

import org.jspecify.annotations.NullMarked;
