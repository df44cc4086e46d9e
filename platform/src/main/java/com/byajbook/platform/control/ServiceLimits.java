package com.byajbook.platform.control;

import java.util.List;

/** All limits of one service, by name. */
public record ServiceLimits(String service, List<LimitView> limits) {

    public ServiceLimits {
        limits = List.copyOf(limits);
    }
}
