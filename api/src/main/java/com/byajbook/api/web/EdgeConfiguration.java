package com.byajbook.api.web;

import com.byajbook.api.security.CallerArgument;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** How controllers get what they ask for. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration implements WebFluxConfigurer {

    private final CallerArgument caller;

    EdgeConfiguration(CallerArgument caller) {
        this.caller = caller;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(caller, new IdempotencyKeyArgument());
    }
}
