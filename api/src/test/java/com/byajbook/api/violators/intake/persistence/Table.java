package com.byajbook.api.violators.intake.persistence;

/** A table. */
public final class Table {}
