/** Live status for the app: events become the projection, and the projection a stream of server-sent events. */
@NullMarked
package com.byajbook.api.live;

import org.jspecify.annotations.NullMarked;
