package com.byajbook.platform.postgres;

import io.r2dbc.spi.ConnectionFactory;
import java.util.function.UnaryOperator;

/**
 * Something to put between the gate of the report queries and their pool; production has none. Its connections are never
 * cancelled on their way.
 */
@FunctionalInterface
public interface ReportDecorator extends UnaryOperator<ConnectionFactory> {}
