package com.byajbook.platform.overload.ingress;

import com.byajbook.platform.problem.Overload;
import com.byajbook.platform.problem.ProblemType;

/**
 * A refusal as the caller is told of it.
 *
 * @param type {@link ProblemType#OVERLOADED} or {@link ProblemType#RATE_LIMITED}
 */
public record Rejection(ProblemType type, Overload overload) {}
