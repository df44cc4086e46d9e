/** Tests of delivery with scripted gateways and in virtual time. */
@NullMarked
package com.byajbook.notifications.delivery;

import org.jspecify.annotations.NullMarked;
