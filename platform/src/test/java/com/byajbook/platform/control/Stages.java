package com.byajbook.platform.control;

import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import java.util.List;
import java.util.Map;

/** A stage that is half full. */
final class Stages {

    private Stages() {}

    static Stage named(String name) {
        return new Stage(
                name,
                StageKind.INTAKE,
                1,
                2,
                3,
                4,
                5.5,
                6,
                7,
                8,
                Map.of("queue-full", 9.0),
                10,
                11,
                12,
                13,
                "",
                List.of(Limits.WIDTH));
    }
}
