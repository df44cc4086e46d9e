package com.byajbook.api.security;

import java.time.Instant;
import java.util.UUID;

/**
 * The person behind a request, as the access token says.
 *
 * @param kycComplete whether the identity was verified when the token was issued
 * @param until when the token ends
 */
public record Caller(UUID id, Role role, boolean kycComplete, Instant until) {}
