/** The SMS and WhatsApp gateways and the inbox that shows what they delivered. */
@NullMarked
package com.byajbook.localstack.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
