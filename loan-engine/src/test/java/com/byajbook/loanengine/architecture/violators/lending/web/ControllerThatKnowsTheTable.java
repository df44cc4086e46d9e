package com.byajbook.loanengine.architecture.violators.lending.web;

import com.byajbook.loanengine.architecture.violators.lending.persistence.Table;

/** A controller that skips the use case. */
public record ControllerThatKnowsTheTable(Table table) {}
