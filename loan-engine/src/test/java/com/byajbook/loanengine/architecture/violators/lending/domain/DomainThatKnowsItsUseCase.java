package com.byajbook.loanengine.architecture.violators.lending.domain;

import com.byajbook.loanengine.architecture.violators.lending.usecase.UseCaseThatKnowsTheTable;

/** A rule that calls outwards. */
public record DomainThatKnowsItsUseCase(UseCaseThatKnowsTheTable useCase) {}
