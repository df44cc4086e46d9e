package com.byajbook.loanengine.architecture.violators.other.usecase;

import com.byajbook.loanengine.architecture.violators.other.domain.ForeignRule;

/** What other features may call. */
public record ForeignUseCase(ForeignRule rule) {}
