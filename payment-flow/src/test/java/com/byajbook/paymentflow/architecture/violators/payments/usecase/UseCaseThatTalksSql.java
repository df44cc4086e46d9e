package com.byajbook.paymentflow.architecture.violators.payments.usecase;

import org.springframework.r2dbc.core.DatabaseClient;

/** Does its adapter's work. */
record UseCaseThatTalksSql(DatabaseClient database) {}
