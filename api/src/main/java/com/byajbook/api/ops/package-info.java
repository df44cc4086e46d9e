/** What an operator sees and turns on the management port: the pipe of all services at once, their limits, and the console. */
@NullMarked
package com.byajbook.api.ops;

import org.jspecify.annotations.NullMarked;
