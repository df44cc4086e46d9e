/** Tests of the whole module. */
@NullMarked
package com.byajbook.notifications;

import org.jspecify.annotations.NullMarked;
