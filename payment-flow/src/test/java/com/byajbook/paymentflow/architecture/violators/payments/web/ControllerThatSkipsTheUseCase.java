package com.byajbook.paymentflow.architecture.violators.payments.web;

import com.byajbook.paymentflow.architecture.violators.payments.persistence.Table;

/** Reaches through to the table. */
record ControllerThatSkipsTheUseCase(Table table) {}
