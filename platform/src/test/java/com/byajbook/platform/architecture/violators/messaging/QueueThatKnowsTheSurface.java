package com.byajbook.platform.architecture.violators.messaging;

import com.byajbook.platform.architecture.violators.web.SurfaceThatKnowsTheBroker;
import org.jspecify.annotations.Nullable;

/** Closes a cycle with the surface. */
public record QueueThatKnowsTheSurface(@Nullable SurfaceThatKnowsTheBroker surface) {}
