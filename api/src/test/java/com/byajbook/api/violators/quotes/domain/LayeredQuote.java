package com.byajbook.api.violators.quotes.domain;

/** A layer where there is nothing to protect. */
final class LayeredQuote {}
