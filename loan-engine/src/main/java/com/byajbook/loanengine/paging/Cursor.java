package com.byajbook.loanengine.paging;

import java.time.Instant;
import java.util.UUID;

/** Where a page ended: the last item that was on it. Items are listed from new to old. */
public record Cursor(Instant at, UUID id) {}
