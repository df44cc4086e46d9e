/** The real PostgreSQL, RabbitMQ and Redis that a laptop or CI lacks, on private ports with data folders of their own. */
@NullMarked
package com.byajbook.localstack.servers;

import org.jspecify.annotations.NullMarked;
