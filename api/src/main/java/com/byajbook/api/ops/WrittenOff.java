package com.byajbook.api.ops;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/**
 * What became of a write-off.
 *
 * @param outcome WRITTEN_OFF, or ENDED_BEFORE
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record WrittenOff(UUID loanId, String outcome) {}
