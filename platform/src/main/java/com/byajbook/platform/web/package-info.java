/** What every HTTP surface of ours does alike: strict JSON, correlation, the guard of internal calls. */
@NullMarked
package com.byajbook.platform.web;

import org.jspecify.annotations.NullMarked;
