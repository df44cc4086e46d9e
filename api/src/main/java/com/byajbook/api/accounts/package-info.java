/** People: who they are, in which language and by which channels they want to hear from us. */
@NullMarked
package com.byajbook.api.accounts;

import org.jspecify.annotations.NullMarked;
