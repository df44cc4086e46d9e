package com.byajbook.api.intake.domain;

import java.util.UUID;

/**
 * The word that a command is durably accepted.
 *
 * @param replayed whether an earlier request had it accepted already
 */
public record Receipt(UUID id, boolean replayed) {}
