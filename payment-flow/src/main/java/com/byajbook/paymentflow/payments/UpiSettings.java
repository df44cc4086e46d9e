package com.byajbook.paymentflow.payments;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Our side of the UPI provider.
 *
 * @param callbackUrl where it sends its signed callbacks
 */
@Validated
@ConfigurationProperties("byajbook.upi")
record UpiSettings(@NotNull URI callbackUrl) {}
