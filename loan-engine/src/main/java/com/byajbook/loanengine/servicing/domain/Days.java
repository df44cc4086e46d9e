package com.byajbook.loanengine.servicing.domain;

import java.time.LocalDate;

/** A stretch of days; interest counts the nights between. */
public record Days(LocalDate from, LocalDate to) {}
