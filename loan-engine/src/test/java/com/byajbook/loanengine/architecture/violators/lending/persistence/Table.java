package com.byajbook.loanengine.architecture.violators.lending.persistence;

/** An adapter. */
public record Table(String name) {}
