package com.byajbook.localstack.cli;

/** The answer to a change: the limit after it, and how many of the live replicas have followed. */
record LimitChanged(OpsLimit limit, int applied, int replicas) {}
