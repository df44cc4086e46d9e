package com.byajbook.platform.remote;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What this service calls.
 *
 * @param remote the called services by name
 * @param retry the bound of calls that are made twice
 */
@Validated
@ConfigurationProperties("byajbook")
public record RemoteProperties(
        @DefaultValue Map<String, @Valid Remote> remote,
        @Valid @DefaultValue Retry retry) {

    /**
     * Calls that are made twice.
     *
     * @param budgetPct the most retries per hundred calls, over all called services
     */
    public record Retry(@Min(0) @Max(50) @DefaultValue("10") int budgetPct) {}

    /**
     * One called service.
     *
     * @param url its base address
     * @param internal whether it is one of ours and takes the internal token
     * @param timeout the deadline of one call, connecting and reading included
     * @param maxConnections the most connections, and so the most calls in flight
     * @param maxPending the most calls that wait for a connection; one more is refused at once
     * @param slowCall from this duration a call counts as slow
     * @param failureRatePct opens the breaker, in per cent of the last calls, failed or slow
     * @param openFor how long an open breaker refuses before it tries again
     */
    public record Remote(
            @NotNull URI url,
            @DefaultValue("false") boolean internal,
            @NotNull @DefaultValue("1s") Duration timeout,
            @Min(1) @DefaultValue("100") int maxConnections,
            @Min(1) @DefaultValue("200") int maxPending,
            @NotNull @DefaultValue("800ms") Duration slowCall,
            @Min(1) @DefaultValue("50") int failureRatePct,
            @NotNull @DefaultValue("2s") Duration openFor) {}
}
