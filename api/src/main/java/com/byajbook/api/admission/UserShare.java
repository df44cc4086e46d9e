package com.byajbook.api.admission;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one user may take of all that there is.
 *
 * @param rate requests in a second in the long run
 * @param burst requests at once after a pause
 * @param inFlight requests of one user at one replica that are not answered yet
 * @param maxUsers the most users that a replica remembers, about 100 bytes each
 * @param sharedTimeout the longest wait for what the other replicas know; then what this one knows counts
 */
@Validated
@ConfigurationProperties("byajbook.users")
record UserShare(
        @Min(1) @Max(100_000) @DefaultValue("100") int rate,
        @Min(1) @Max(100_000) @DefaultValue("200") int burst,
        @Min(1) @Max(100_000) @DefaultValue("64") int inFlight,
        @Min(2) @Max(1_000_000) @DefaultValue("50000") int maxUsers,
        @NotNull @DefaultValue("50ms") Duration sharedTimeout) {}
