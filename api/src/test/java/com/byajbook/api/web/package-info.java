/** The rules of the edge. */
@NullMarked
package com.byajbook.api.web;

import org.jspecify.annotations.NullMarked;
