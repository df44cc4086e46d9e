package com.byajbook.loanengine.reconciliation;

import com.byajbook.loanengine.product.ProductProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires reconciliation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationProperties.class)
class ReconciliationConfiguration {

    /** Those that commitments and decisions are made by. */
    @Bean
    Caps caps(
            @Value("${byajbook.marketplace.lender-cap-paise}") long lenderPaise,
            @Value("${byajbook.marketplace.pair-cap-paise}") long pairPaise,
            ProductProperties product) {
        return new Caps(lenderPaise, pairPaise, product.underwriting().borrowerCapPaise());
    }
}
