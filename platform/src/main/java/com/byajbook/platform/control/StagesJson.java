package com.byajbook.platform.control;

import com.byajbook.platform.pipe.Stage;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Stages as text. Read leniently: while a release rolls out, replicas write what others do not know yet. */
final class StagesJson {

    private static final Logger log = LoggerFactory.getLogger(StagesJson.class);

    private final JsonMapper json = JsonMapper.builder().build();
    private final ObjectReader reader = json.readerFor(new TypeReference<List<Stage>>() {})
            .without(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    String write(List<Stage> stages) {
        return json.writeValueAsString(stages);
    }

    /** Without any stage where they cannot be read: the replica lives all the same. */
    List<Stage> read(String text) {
        try {
            return reader.readValue(text);
        } catch (JacksonException e) {
            log.warn("A replica's stages cannot be read: {}", e.getOriginalMessage());
            return List.of();
        }
    }
}
