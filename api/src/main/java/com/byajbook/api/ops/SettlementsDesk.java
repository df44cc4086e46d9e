package com.byajbook.api.ops;

import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The comparison of our payments with the providers' settlement files, at the one service that keeps payments. */
final class SettlementsDesk {

    private static final String KEEPER = "payment-flow";
    private static final String SETTLEMENTS = "/settlements";

    private final ControlledServices services;

    SettlementsDesk(ControlledServices services) {
        this.services = services;
    }

    Mono<JsonNode> latest(int limit) {
        return services.get(KEEPER).flatMap(keeper -> keeper.read(SETTLEMENTS + "?limit={limit}", limit));
    }

    Mono<JsonNode> report(String provider, String day) {
        return services.get(KEEPER).flatMap(keeper -> keeper.read(SETTLEMENTS + "/{provider}/{day}", provider, day));
    }

    Mono<JsonNode> resolve(String difference, SettlementOrder order) {
        return services.get(KEEPER)
                .flatMap(keeper -> keeper.order(order, SETTLEMENTS + "/differences/{id}/resolution", difference));
    }
}
