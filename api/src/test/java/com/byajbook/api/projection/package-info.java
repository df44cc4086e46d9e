@NullMarked
package com.byajbook.api.projection;

import org.jspecify.annotations.NullMarked;
