package com.byajbook.api.wallet;

import com.byajbook.api.intake.domain.Command;
import com.byajbook.api.intake.usecase.AcceptCommands;
import com.byajbook.api.payments.UpiIntent;
import com.byajbook.api.security.Caller;
import com.byajbook.api.web.Accepted;
import com.byajbook.api.web.IdempotencyKey;
import com.byajbook.api.web.PageRequest;
import com.byajbook.api.web.Uuids;
import com.byajbook.platform.message.DepositToWallet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A lender's wallet, and paying in. */
@RestController
@RequestMapping(path = "/v1/wallet", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Lending")
class WalletController {

    private final AcceptCommands acceptance;
    private final FindDeposit deposits;
    private final FindWallet wallet;
    private final Wallets wallets;
    private final Clock clock;

    WalletController(AcceptCommands acceptance, FindDeposit deposits, FindWallet wallet, Wallets wallets, Clock clock) {
        this.acceptance = acceptance;
        this.deposits = deposits;
        this.wallet = wallet;
        this.wallets = wallets;
        this.clock = clock;
    }

    @PostMapping(path = "/deposits", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "depositToWallet",
            summary = "Pay into my wallet",
            description = "202 once the deposit is durably stored; open upiIntent to confirm it in a UPI app.")
    Mono<ResponseEntity<PendingDeposit>> deposit(
            Caller caller, IdempotencyKey key, @RequestBody DepositRequest request) {
        return Mono.fromSupplier(() -> command(caller, key, request))
                .flatMap(acceptance::accept)
                .map(receipt -> Accepted.at(
                        "/v1/wallet/deposits/",
                        receipt,
                        new PendingDeposit(
                                receipt.id(),
                                TransferView.PENDING,
                                UpiIntent.deposit(receipt.id(), request.checkedAmount()))));
    }

    @GetMapping("/deposits/{id}")
    @Operation(operationId = "getDeposit", summary = "One of my deposits")
    Mono<TransferView> deposit(Caller caller, @PathVariable String id) {
        return Mono.defer(() -> deposits.get(caller.id(), Uuids.inPath(id)));
    }

    @GetMapping
    @Operation(
            operationId = "getWallet",
            summary = "My money",
            description = "Without investedPaise while the owner of loans cannot be asked.")
    Mono<WalletView> get(Caller caller) {
        return wallet.get(caller.id());
    }

    @GetMapping("/statement")
    @Operation(operationId = "getWalletStatement", summary = "What was booked in my wallet, newest first")
    @ApiResponse(
            responseCode = "200",
            description = "Some of the bookings",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = WalletStatement.class)))
    Mono<ResponseEntity<byte[]>> statement(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageRequest.DEFAULT_LIMIT) int limit) {
        return Mono.defer(() -> wallets.statement(caller.id(), PageRequest.of(cursor, limit)))
                .map(body -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body));
    }

    private Command command(Caller caller, IdempotencyKey key, DepositRequest request) {
        Instant now = clock.instant();
        return Command.of(
                caller.id(),
                com.byajbook.api.intake.domain.Operation.DEPOSIT_TO_WALLET,
                key.value(),
                request.canonical(),
                now,
                id -> new DepositToWallet(id, now, id, caller.id(), request.checkedAmount()));
    }

    /** The answer to a deposit. */
    record PendingDeposit(UUID id, String status, String upiIntent) {}
}
