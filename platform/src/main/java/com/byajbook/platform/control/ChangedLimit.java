package com.byajbook.platform.control;

/**
 * A change that is stored.
 *
 * @param limit the limit after it
 * @param applied live replicas that have followed it so far
 * @param replicas live replicas; those that lag follow with their next poll
 */
public record ChangedLimit(LimitView limit, int applied, int replicas) {}
