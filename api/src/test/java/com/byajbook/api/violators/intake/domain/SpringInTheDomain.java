package com.byajbook.api.violators.intake.domain;

import org.springframework.stereotype.Component;

/** A rule that knows its framework. */
@Component
final class SpringInTheDomain {}
