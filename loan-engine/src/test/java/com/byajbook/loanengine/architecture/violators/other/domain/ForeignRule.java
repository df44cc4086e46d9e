package com.byajbook.loanengine.architecture.violators.other.domain;

/** A rule of another feature. */
public record ForeignRule(String name) {}
