package com.byajbook.api.admission;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is accepted may wait for its owner, and how that is found out.
 *
 * @param applicationsTarget the longest wait of a loan application
 * @param paymentsTarget the longest wait of a payment
 * @param period how often the owners are asked
 * @param deadline the longest wait for an owner's answer
 * @param knownFor for how long an answer counts; then only the intake's backlog bounds what is accepted
 * @param firstGuess what an owner takes off in a second, until it was seen
 */
@Validated
@ConfigurationProperties("byajbook.pipeline")
record PipelineProperties(
        @NotNull @DefaultValue("60s") Duration applicationsTarget,
        @NotNull @DefaultValue("120s") Duration paymentsTarget,
        @NotNull @DefaultValue("1s") Duration period,
        @NotNull @DefaultValue("500ms") Duration deadline,
        @NotNull @DefaultValue("10s") Duration knownFor,
        @Min(1) @DefaultValue("200") int firstGuess) {}
