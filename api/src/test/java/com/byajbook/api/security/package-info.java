/** Which tokens are remembered, and for how long they are believed. */
@NullMarked
package com.byajbook.api.security;

import org.jspecify.annotations.NullMarked;
