/** Brings loans from their application to their money, as the apps of borrowers and lenders do. */
@NullMarked
package com.byajbook.loadtests.lending;

import org.jspecify.annotations.NullMarked;
