package com.byajbook.platform.invariant;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a service looks at its invariants. How much one look takes is the service's own, under the same prefix.
 *
 * @param inspectEvery from one look to the next
 * @param longestInspection after this a look is given up
 */
@Validated
@ConfigurationProperties("byajbook.reconciliation")
record InspectionProperties(
        @DefaultValue("1m") Duration inspectEvery,
        @DefaultValue("30s") Duration longestInspection) {}
