/** Which signatures are believed. */
@NullMarked
package com.byajbook.api.webhooks;

import org.jspecify.annotations.NullMarked;
