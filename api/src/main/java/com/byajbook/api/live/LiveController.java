package com.byajbook.api.live;

import com.byajbook.api.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** What is the caller's, as it changes. */
@RestController
@Tag(name = "Live")
class LiveController {

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "streamEvents",
            summary = "My loans, payments, commitments and transfers as they change",
            description = """
                    Server-sent events. `loan`, `payment`, `commitment` and `transfer` carry the thing as GET would answer it;
                    `ready` says from which id on nothing is missed; `stale` says that events may be missing, so read the present state; `reconnect` ends
                    the stream. A comment every 15 s shows that it lives. Resume with Last-Event-ID, on any replica.""")
    ResponseEntity<Flux<ServerSentEvent<String>>> events(
            Caller caller, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(streams.open(caller, lastEventId));
    }
}
