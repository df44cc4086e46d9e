package com.byajbook.api.security;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which calls need a token, and of whom. What is not named here is closed. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    /** Probes and metrics have a port of their own, the webhook a signature, internal addresses a token of the platform. */
    private static final String[] WITHOUT_TOKEN = {
        "/actuator/**", "/v3/api-docs/**", "/v3/api-docs", "/v3/api-docs.yaml"
    };

    /** The console's own files, which ask for the token, and the local users, which exist on laptops only. */
    private static final String[] OPS_WITHOUT_TOKEN = {"/ops", "/ops/", "/ops/console/**", "/ops/local-users"};

    /** Named before the loans, of which the rest is their borrowers'. */
    private static final String[] OF_LENDERS = {
        "/v1/loans/*/commitments", "/v1/commitments/**", "/v1/wallet/**", "/v1/marketplace/**", "/v1/portfolio/**"
    };

    @Bean
    SecurityWebFilterChain security(ServerHttpSecurity http, ReactiveJwtDecoder decoder) {
        AuthenticationProblems problems = new AuthenticationProblems();
        return http.csrf(CsrfSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeExchange(rules -> rules.pathMatchers(WITHOUT_TOKEN)
                        .permitAll()
                        .pathMatchers(OPS_WITHOUT_TOKEN)
                        .permitAll()
                        .pathMatchers("/ops/**")
                        .hasRole(Role.OPS.name())
                        .pathMatchers(HttpMethod.POST, "/webhooks/upi")
                        .permitAll()
                        .pathMatchers(OF_LENDERS)
                        .hasRole(Role.LENDER.name())
                        .pathMatchers("/v1/loans/**", "/v1/payments/**")
                        .hasRole(Role.BORROWER.name())
                        .anyExchange()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtDecoder(decoder)
                                .jwtAuthenticationConverter(
                                        token -> Mono.fromSupplier(() -> CallerAuthentication.of(token)))))
                .build();
    }

    /** What Spring Security finds suspicious in an address or a header. */
    @Bean
    ServerExchangeRejectedHandler rejectedExchanges() {
        return (exchange, rejected) -> Mono.error(() -> Failure.invalid(
                ProblemType.BAD_REQUEST, "The address or a header has characters that it may not have."));
    }

    /** The requests are observed already; observing each filter once more cost 8 % of an accepted loan's CPU. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Checks algorithm and type before the signature: "none" and tokens made for something else get no further. */
    @Bean
    RememberedTokens jwtDecoder(AuthProperties auth, Clock clock) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(keySource(auth))
                .jwsAlgorithm(MacAlgorithm.HS256)
                .validateType(false)
                .jwtProcessorCustomizer(processor ->
                        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(AccessTokens.TYPE)))
                .build();
        AccessTokenRules rules = new AccessTokenRules(auth, clock);
        decoder.setJwtValidator(rules);
        return new RememberedTokens(decoder, rules, auth.rememberedTokens());
    }

    private static Function<SignedJWT, Flux<JWK>> keySource(AuthProperties auth) {
        Map<String, JWK> keys = auth.keys().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, SecurityConfiguration::key));
        return token -> Mono.justOrEmpty(token.getHeader().getKeyID())
                .mapNotNull(keys::get)
                .flux();
    }

    private static JWK key(Map.Entry<String, String> key) {
        return new OctetSequenceKey.Builder(key.getValue().getBytes(StandardCharsets.UTF_8))
                .keyID(key.getKey())
                .build();
    }
}
