package com.byajbook.api.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClientResponseException;

class RemoteProblemTest {

    @Test
    void passes_a_conflict_on_with_the_value_that_is_there_now() {
        Optional<Failure> failure = read(409, """
                {"type":"urn:byajbook:problem:stale-version","title":"t","status":409,"detail":"It is 7 by now.",
                 "code":"stale-version","correlationId":"c","limit":"gate.intake.width","version":4,"value":7}""");

        assertThat(failure).get().isInstanceOf(Failure.Conflict.class);
        assertThat(failure.map(Failure::detail)).contains("It is 7 by now.");
        assertThat(failure.map(Failure::members))
                .contains(Map.of("limit", "gate.intake.width", "version", 4, "value", 7));
    }

    @Test
    void keeps_the_kind_of_each_refusal() {
        assertThat(read(422, "{\"code\":\"limit-out-of-bounds\",\"detail\":\"d\",\"min\":1}")
                        .map(Failure::type))
                .contains(ProblemType.LIMIT_OUT_OF_BOUNDS);
        assertThat(read(400, "{\"code\":\"invalid-field\",\"detail\":\"d\"}").map(Failure::type))
                .contains(ProblemType.INVALID_FIELD);
        assertThat(read(404, "{\"code\":\"not-found\",\"detail\":\"d\"}").map(Failure::type))
                .contains(ProblemType.NOT_FOUND);
    }

    @Test
    void does_not_pass_on_what_the_operator_cannot_mend() {
        // A wrong internal token is our mistake: as a 401 it would sign the operator out.
        assertThat(read(401, "{\"code\":\"invalid-token\",\"detail\":\"d\"}")).isEmpty();
        assertThat(read(500, "{\"code\":\"internal\",\"detail\":\"d\"}")).isEmpty();
        assertThat(read(404, "<html>nothing here</html>")).isEmpty();
        assertThat(read(409, "[]")).isEmpty();
        assertThat(read(409, "{\"code\":\"made-up\"}")).isEmpty();
    }

    private static Optional<Failure> read(int status, String body) {
        return RemoteProblem.read(WebClientResponseException.create(
                        status, "", HttpHeaders.EMPTY, body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .map(RemoteProblem::toFailure);
    }
}
