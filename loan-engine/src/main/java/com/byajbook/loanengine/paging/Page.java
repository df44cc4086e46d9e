package com.byajbook.loanengine.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page, newest first.
 *
 * @param next what to ask the next page with; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {}
