package com.byajbook.api.violators.intake.usecase;

import com.byajbook.api.violators.intake.persistence.Table;

/** A use case that reaches outwards. */
record KnowsTheTable(Table table) {}
