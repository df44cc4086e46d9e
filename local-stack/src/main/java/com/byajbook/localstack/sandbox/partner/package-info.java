/** What all partners share: faults on demand, counters and bounded memory. */
@NullMarked
package com.byajbook.localstack.sandbox.partner;

import org.jspecify.annotations.NullMarked;
