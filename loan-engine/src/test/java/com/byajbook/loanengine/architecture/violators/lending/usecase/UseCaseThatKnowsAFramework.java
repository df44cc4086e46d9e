package com.byajbook.loanengine.architecture.violators.lending.usecase;

import org.springframework.http.HttpStatus;

/** A use case that answers with HTTP. */
public record UseCaseThatKnowsAFramework(HttpStatus status) {}
