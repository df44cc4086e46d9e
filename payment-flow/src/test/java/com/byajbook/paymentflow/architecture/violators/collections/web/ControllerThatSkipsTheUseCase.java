package com.byajbook.paymentflow.architecture.violators.collections.web;

import com.byajbook.paymentflow.architecture.violators.collections.persistence.Table;

/** Reaches through to the table. */
record ControllerThatSkipsTheUseCase(Table table) {}
