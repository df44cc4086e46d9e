package com.byajbook.paymentflow.settlement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How our payments are compared with the providers' settlement files.
 *
 * @param enabled whether this process does it by itself
 * @param cutoff the time in India from which on the file of the day before is complete
 * @param every how often days are looked for that are due, and the gauges are measured
 * @param catchUpDays how many days back a day that was missed is still made good
 * @param batch the most lines or payments of one transaction
 * @param largestFile a larger file is refused
 * @param longestRun after this a run is given up, and anybody goes on with it
 * @param retryAfter how long a file that is not there or cannot be used is left alone
 */
@Validated
@ConfigurationProperties("byajbook.settlement")
public record SettlementSettings(
        boolean enabled,
        @NotNull LocalTime cutoff,
        @NotNull Duration every,
        @Min(1) @Max(31) int catchUpDays,
        @Min(1) @Max(5_000) int batch,
        @NotNull DataSize largestFile,
        @NotNull Duration longestRun,
        @NotNull Duration retryAfter) {

    private static final DataSize LARGEST = DataSize.ofGigabytes(1);

    public SettlementSettings {
        if (largestFile.toBytes() < 1 || largestFile.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("byajbook.settlement.largest-file must lie between 1 B and 1 GB");
        }
        positive("every", every);
        positive("longest-run", longestRun);
        positive("retry-after", retryAfter);
    }

    private static void positive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("byajbook.settlement." + name + " must be more than 0");
        }
    }
}
