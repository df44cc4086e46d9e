package com.byajbook.notifications.delivery;

import com.byajbook.notifications.wording.Notice;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A notice as JSON, the way it is kept with its message. */
@Component
class NoticeCodec {
    private final JsonMapper json = JsonMapper.builder().build();

    private record Stored(Map<String, String> facts, int tenureMonths, List<String> reasons) {}

    String write(Notice notice) {
        return json.writeValueAsString(new Stored(notice.facts(), notice.tenureMonths(), notice.reasons()));
    }

    Notice read(Notice.Kind kind, String facts) {
        Stored stored = json.readValue(facts, Stored.class);
        return new Notice(kind, stored.facts(), stored.tenureMonths(), stored.reasons());
    }
}
