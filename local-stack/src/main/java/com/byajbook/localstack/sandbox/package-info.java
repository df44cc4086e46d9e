/** The partner sandbox: one HTTP server that plays every outside party, with faults that can be set while it runs. */
@NullMarked
package com.byajbook.localstack.sandbox;

import org.jspecify.annotations.NullMarked;
