package com.byajbook.paymentflow.architecture.violators.collections.usecase;

import com.byajbook.paymentflow.architecture.violators.collections.persistence.Table;

/** Goes around its port. */
record UseCaseThatKnowsItsTable(Table table) {}
