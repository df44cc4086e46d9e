package com.byajbook.platform.control;

import java.util.List;

/** The latest changes of one service's limits, newest first. */
public record ServiceChanges(String service, List<ChangeView> changes) {

    public ServiceChanges {
        changes = List.copyOf(changes);
    }
}
