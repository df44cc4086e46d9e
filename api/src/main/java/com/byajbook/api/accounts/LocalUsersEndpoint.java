package com.byajbook.api.accounts;

import com.byajbook.api.security.Role;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.Locale;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code POST /ops/local-users?count=N&role=borrower} on the management port: the tokens, one a line.
 *
 * <p>Belongs to the management context, so that the public port never has this address.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnProperty("byajbook.local-users.enabled")
public class LocalUsersEndpoint {

    @Bean
    RouterFunction<ServerResponse> localUsersRoute(LocalUsers users) {
        return RouterFunctions.route()
                .POST("/ops/local-users", request -> seed(users, request))
                .build();
    }

    private static Mono<ServerResponse> seed(LocalUsers users, ServerRequest request) {
        return Mono.defer(() -> ServerResponse.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body(users.seed(role(request), count(request)), String.class));
    }

    private static int count(ServerRequest request) {
        String text = request.queryParam("count").orElse("1");
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1) {
            throw Failure.invalid(
                    ProblemType.INVALID_PARAMETER, "count must lie between 1 and " + LocalUser.MAX_NUMBER + ".");
        }
        return Integer.parseInt(text);
    }

    private static Role role(ServerRequest request) {
        return switch (request.queryParam("role").orElse(Role.BORROWER.claim()).toLowerCase(Locale.ROOT)) {
            case "borrower" -> Role.BORROWER;
            case "lender" -> Role.LENDER;
            case "ops" -> Role.OPS;
            default -> throw Failure.invalid(ProblemType.INVALID_PARAMETER, "role must be borrower, lender or ops.");
        };
    }
}
