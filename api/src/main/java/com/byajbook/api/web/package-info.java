/** The rules of the edge that hold for every call: ids, keys, cursors, connections. */
@NullMarked
package com.byajbook.api.web;

import org.jspecify.annotations.NullMarked;
