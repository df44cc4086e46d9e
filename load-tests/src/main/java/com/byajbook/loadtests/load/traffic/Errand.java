package com.byajbook.loadtests.load.traffic;

import com.byajbook.loadtests.verdict.Wish;
import java.util.Optional;

/**
 * What one arrival wants.
 *
 * @param group whom the figures count it among besides its class, for example {@code others}; empty for nobody
 * @param key the idempotency key, empty for a GET
 * @param wish what the judge has to look for if it is accepted
 */
public record Errand(
        RequestKind kind, String group, Citizen citizen, String path, String body, String key, Optional<Wish> wish) {}
