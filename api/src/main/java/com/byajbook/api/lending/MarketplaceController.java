package com.byajbook.api.lending;

import com.byajbook.api.security.Caller;
import com.byajbook.api.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a lender may choose from, and what was chosen before; the loan engine writes it, and it is passed on unread. */
@RestController
@Tag(name = "Lending")
class MarketplaceController {

    private final Marketplace marketplace;

    MarketplaceController(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    @GetMapping(path = "/v1/marketplace/loans", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "listMarketplace",
            summary = "Loans that look for money",
            description = "Without the borrower's identity.")
    @ApiResponse(
            responseCode = "200",
            description = "Some of them",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ListingPage.class)))
    Mono<ResponseEntity<byte[]>> listings(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageRequest.DEFAULT_LIMIT) int limit) {
        return Mono.defer(() -> marketplace.listings(PageRequest.of(cursor, limit)))
                .map(MarketplaceController::json);
    }

    @GetMapping(path = "/v1/portfolio", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getPortfolio", summary = "My shares of loans, and their sums")
    @ApiResponse(
            responseCode = "200",
            description = "The sums of all shares, and some of the shares",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Portfolio.class)))
    Mono<ResponseEntity<byte[]>> portfolio(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PageRequest.DEFAULT_LIMIT) int limit) {
        return Mono.defer(() -> marketplace.portfolio(caller.id(), PageRequest.of(cursor, limit)))
                .map(MarketplaceController::json);
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
