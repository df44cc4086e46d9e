package com.byajbook.loanengine.marketplace.web;

import com.byajbook.loanengine.paging.Pages;

/** How the lists of the market are paged; each has cursors of its own. */
public record MarketPages(Pages listings, Pages commitments) {}
