package com.byajbook.api.webhooks;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How a callback of the UPI provider is believed.
 *
 * @param webhookSecret shared with the provider
 * @param tolerance how old a signature may be, or how far in the future
 */
@Validated
@ConfigurationProperties("byajbook.upi")
record UpiWebhookProperties(
        @NotNull @Size(min = 16) String webhookSecret,
        @NotNull Duration tolerance) {}
