package com.byajbook.loadtests.load.scenario;

import com.byajbook.loadtests.load.record.Figures;
import com.byajbook.loadtests.load.trouble.Memory;
import java.util.Map;
import java.util.Optional;

/**
 * What expectations look at.
 *
 * @param recoverySeconds after the end of the spike or the trouble; empty if the run had none, negative if it never came
 * @param memory by service, empty if it could not be seen
 */
public record Outcome(Figures figures, Optional<Integer> recoverySeconds, Map<String, Memory.Use> memory) {}
