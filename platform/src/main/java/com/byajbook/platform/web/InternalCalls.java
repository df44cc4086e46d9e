package com.byajbook.platform.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The secret by which our services know each other; a network policy stands in front of it, this behind.
 *
 * @param internalToken at least 16 characters, the same in every service
 */
@Validated
@ConfigurationProperties("byajbook")
public record InternalCalls(@NotBlank @Size(min = 16) String internalToken) {}
