package com.byajbook.api.openapi;

import com.byajbook.api.security.Caller;
import com.byajbook.api.web.IdempotencyKey;
import com.byajbook.platform.problem.ProblemType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds to what the controllers say of themselves what holds for all of them: tokens, keys, deadlines and problems. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BEARER = "accessToken";
    private static final String PROBLEM = "#/components/schemas/Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, IdempotencyKey.class);
    }

    @Bean
    OpenAPI contract() {
        return new OpenAPI()
                .info(new Info()
                        .title("ByajBook")
                        .version("1")
                        .description(
                                "Peer-to-peer lending. Money is in paise, times are RFC 3339 UTC, errors are RFC 9457.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSchemas("Problem", problem()));
    }

    @Bean
    GlobalOpenApiCustomizer whatHoldsForAll() {
        return document -> document.getPaths().forEach(OpenApiConfiguration::complete);
    }

    private static void complete(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            boolean provider = path.startsWith("/webhooks/");
            boolean post = method == PathItem.HttpMethod.POST;
            if (!provider) {
                operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
                operation.addParametersItem(requestTimeout());
            }
            if (post && !provider && !path.equals("/v1/quotes")) {
                operation.addParametersItem(idempotencyKey());
                describeReplay(operation);
            }
            addProblems(operation, post || method == PathItem.HttpMethod.PUT);
        });
    }

    private static void addProblems(Operation operation, boolean withBody) {
        ApiResponses responses = operation.getResponses();
        byStatus().forEach((status, codes) -> {
            boolean ofBodies = status == 413 || status == 415 || status == 422;
            if (withBody || !ofBodies) {
                responses.addApiResponse(Integer.toString(status), problemResponse(status, codes));
            }
        });
    }

    /** 405 and 406 are answers to calls that the contract does not describe. */
    private static Map<Integer, List<ProblemType>> byStatus() {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.status() != 405 && type.status() != 406)
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
    }

    private static ApiResponse problemResponse(int status, List<ProblemType> codes) {
        String words = codes.stream()
                .map(type -> "`" + type.code() + "`: " + type.title())
                .collect(Collectors.joining(". ", "", "."));
        ApiResponse response = new ApiResponse()
                .description(words)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM))));
        return status == 429 || status == 503
                ? response.addHeaderObject("Retry-After", header("Whole seconds, rounded up"))
                        .addHeaderObject("Retry-After-Ms", header("The same in milliseconds"))
                : response;
    }

    private static void describeReplay(Operation operation) {
        ApiResponse accepted = operation.getResponses().get("202");
        if (accepted != null) {
            accepted.description("Durably accepted")
                    .addHeaderObject("Location", text("Where the result will be"))
                    .addHeaderObject("Idempotent-Replayed", text("`true` when this key was answered before"));
        }
    }

    private static Header header(String description) {
        return new Header().description(description).schema(type("integer"));
    }

    private static Header text(String description) {
        return new Header().description(description).schema(type("string"));
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .in("header")
                .name("Idempotency-Key")
                .required(true)
                .description("The same on every retry of one request; remembered for 7 days.")
                .schema(type("string").minLength(1).maxLength(255).pattern("^[!-~]+$"));
    }

    private static Parameter requestTimeout() {
        return new Parameter()
                .in("header")
                .name("Request-Timeout-Ms")
                .required(false)
                .description("How long the caller will wait; what cannot be finished in time is refused.")
                .schema(type("integer"));
    }

    private static Schema<Object> problem() {
        Schema<Object> problem = type("object");
        problem.description("RFC 9457")
                .addProperty("type", type("string").format("uri"))
                .addProperty("title", type("string"))
                .addProperty("status", type("integer"))
                .addProperty("detail", type("string"))
                .addProperty("code", type("string").description("Stable; see the list of each status"))
                .addProperty("correlationId", type("string"))
                .addProperty("reason", type("string").description("The limit that was hit, on 429 and 503"))
                .addProperty(
                        "class",
                        type("string").description("How much the request matters: critical, high, normal or low"))
                .addProperty("limit", type("string").description("The name of the limit that decided"))
                .addProperty("limitValue", type("integer").format("int64").description("What that limit is now"))
                .addProperty("estimatedWaitMs", type("integer").format("int64"));
        problem.setRequired(List.of("type", "title", "status", "detail", "code"));
        return problem;
    }

    /** OpenAPI 3.1 reads the set, 3.0 the single name. */
    private static Schema<Object> type(String name) {
        Schema<Object> schema = new Schema<>();
        schema.setType(name);
        schema.setTypes(Set.of(name));
        return schema;
    }
}
