package com.byajbook.api.ops;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A refusal of another service, to be passed on in its own words with all that it says: the operator did that, not we. */
record RemoteProblem(ProblemType type, String detail, Map<String, Object> members) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OF_EACH = Set.of("type", "title", "status", "detail", "code", "correlationId");

    /** Empty when the answer is none of our problems, or is one that the operator cannot mend. */
    static Optional<RemoteProblem> read(WebClientResponseException answer) {
        Map<?, ?> body = body(answer);
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.code().equals(body.get("code")))
                .filter(type -> Set.of(400, 404, 409, 422).contains(type.status()))
                .findFirst()
                .map(type -> new RemoteProblem(type, String.valueOf(body.get("detail")), members(body)));
    }

    Failure toFailure() {
        return switch (type.status()) {
            case 404 -> Failure.notFound(detail);
            case 409 -> Failure.conflict(type, detail, members);
            case 422 -> Failure.refused(type, detail, members);
            default -> Failure.invalid(type, detail);
        };
    }

    private static Map<?, ?> body(WebClientResponseException answer) {
        try {
            return JSON.readValue(answer.getResponseBodyAsByteArray(), Map.class);
        } catch (JacksonException notJson) {
            return Map.of();
        }
    }

    private static Map<String, Object> members(Map<?, ?> body) {
        Map<String, Object> members = new HashMap<>();
        body.forEach((name, value) -> {
            if (name instanceof String text && value != null && !OF_EACH.contains(text)) {
                members.put(text, value);
            }
        });
        return Map.copyOf(members);
    }
}
