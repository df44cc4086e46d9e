package com.byajbook.paymentflow.settlement.web;

import java.util.List;

/** Runs in JSON, the newest first. */
record RunsView(List<RunView> runs) {}
