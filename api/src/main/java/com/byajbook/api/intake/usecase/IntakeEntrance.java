package com.byajbook.api.intake.usecase;

import com.byajbook.platform.overload.ingress.TurnAway;
import java.util.List;

/**
 * What the head of a request that will be accepted can be refused by.
 *
 * @param ahead in the order in which a command meets them
 */
public record IntakeEntrance(List<TurnAway> ahead) {

    public IntakeEntrance {
        ahead = List.copyOf(ahead);
    }
}
