package com.byajbook.loanengine.architecture.violators.lending.usecase;

import com.byajbook.loanengine.architecture.violators.lending.persistence.Table;
import com.byajbook.loanengine.architecture.violators.other.domain.ForeignRule;

/** A use case that goes past its port, and into another feature. */
public record UseCaseThatKnowsTheTable(Table table, ForeignRule rule) {}
