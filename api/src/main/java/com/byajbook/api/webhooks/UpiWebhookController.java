package com.byajbook.api.webhooks;

import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.usecase.AcceptCommands;
import com.byajbook.platform.message.UpiCallback;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The UPI provider's callbacks: signed, counted once by their event id, and answered only when they are stored. */
@RestController
@Tag(name = "Providers")
class UpiWebhookController {

    /** The provider, as an actor of the intake. */
    private static final UUID PROVIDER = UUID.fromString("7c1e0b52-9f3a-5d84-8b6e-2a90c4d7f316");

    private final WebhookSignature signature;
    private final AcceptCommands acceptance;
    private final JsonMapper json;
    private final Clock clock;

    UpiWebhookController(UpiWebhookProperties upi, AcceptCommands acceptance, JsonMapper json, Clock clock) {
        this.signature = new WebhookSignature(upi);
        this.acceptance = acceptance;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping(
            path = "/webhooks/upi",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "upiWebhook",
            summary = "A callback of the UPI provider",
            description = "2xx only once it is stored.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UpiEvent.class)))
    Mono<StoredEvent> receive(
            @RequestHeader(name = "X-Upi-Signature", required = false) @Nullable String given,
            @RequestBody byte[] body) {
        return Mono.fromSupplier(() -> command(read(checked(given, body))))
                .flatMap(acceptance::accept)
                .map(receipt -> new StoredEvent(receipt.id()));
    }

    private byte[] checked(@Nullable String given, byte[] body) {
        if (!signature.isGood(given, body, clock.instant())) {
            throw Failure.unauthenticated(
                    ProblemType.INVALID_SIGNATURE, "X-Upi-Signature does not fit this body, or is too old.");
        }
        return body;
    }

    private UpiEvent read(byte[] body) {
        try {
            UpiEvent event = json.readValue(body, UpiEvent.class);
            if (event != null) {
                return event;
            }
        } catch (JacksonException e) {
            // Signed and still unreadable: the same answer as for null, the provider's operators will want to see it.
        }
        throw Failure.invalid(ProblemType.MALFORMED_JSON, "The body is not one event as JSON.");
    }

    private Command command(UpiEvent event) {
        Instant now = clock.instant();
        return Command.of(
                PROVIDER,
                com.byajbook.api.intake.domain.Operation.UPI_CALLBACK,
                event.checkedEventId(),
                event.canonical(),
                now,
                id -> new UpiCallback(
                        id,
                        now,
                        event.checkedEventId(),
                        event.checkedPayment(),
                        event.checkedStatus(),
                        event.checkedAmount(),
                        event.checkedUtr(),
                        event.checkedReason(),
                        event.checkedProvider()));
    }

    /** The word that it is stored. */
    record StoredEvent(UUID id) {}
}
