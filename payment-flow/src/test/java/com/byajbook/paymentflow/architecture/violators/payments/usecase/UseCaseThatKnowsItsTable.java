package com.byajbook.paymentflow.architecture.violators.payments.usecase;

import com.byajbook.paymentflow.architecture.violators.payments.persistence.Table;

/** Goes around its port. */
record UseCaseThatKnowsItsTable(Table table) {}
