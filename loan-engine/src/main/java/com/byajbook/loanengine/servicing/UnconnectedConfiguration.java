package com.byajbook.loanengine.servicing;

import com.byajbook.loanengine.servicing.usecase.AnnounceStanding;
import com.byajbook.loanengine.servicing.usecase.LowerExposures;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Stands in where a loan's life and the limits of lenders are not there: nothing is announced and nothing counted. */
@Configuration(proxyBeanMethods = false)
class UnconnectedConfiguration {

    @Bean
    AnnounceStanding unannouncedStanding() {
        return changed -> Mono.just(List.of());
    }

    @Bean
    LowerExposures uncountedExposures() {
        return repaid -> Mono.empty();
    }
}
