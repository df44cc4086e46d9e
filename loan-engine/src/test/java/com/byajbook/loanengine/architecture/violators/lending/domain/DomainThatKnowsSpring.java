package com.byajbook.loanengine.architecture.violators.lending.domain;

import org.springframework.http.HttpStatus;

/** A rule that answers with HTTP. */
public record DomainThatKnowsSpring(HttpStatus status) {}
