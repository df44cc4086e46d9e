package com.byajbook.api.ops;

import com.byajbook.platform.pipe.Stage;
import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.json.JsonMapper;

/** A picture as JSON; each stage says its pressure, so that nobody who draws it needs the formula. */
final class PictureJson {

    private final JsonMapper json;

    PictureJson(JsonMapper json) {
        this.json = json.rebuild().addMixIn(Stage.class, WithPressure.class).build();
    }

    String write(Picture picture) {
        return json.writeValueAsString(picture);
    }

    private interface WithPressure {
        @JsonProperty
        double pressure();
    }
}
