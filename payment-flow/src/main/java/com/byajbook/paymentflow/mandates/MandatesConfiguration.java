package com.byajbook.paymentflow.mandates;

import com.byajbook.paymentflow.mandates.remote.HttpMandateProvider;
import com.byajbook.paymentflow.mandates.usecase.AcceptMandates;
import com.byajbook.paymentflow.mandates.usecase.ArrangeMandates;
import com.byajbook.paymentflow.mandates.usecase.KeepMandates;
import com.byajbook.paymentflow.mandates.usecase.MandateProvider;
import com.byajbook.paymentflow.payments.usecase.Transactions;
import com.byajbook.platform.remote.RemoteService;
import com.byajbook.platform.remote.RemoteServices;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MandatesSettings.class)
class MandatesConfiguration {

    @Bean
    MandateProvider mandateProvider(RemoteServices remotes) {
        RemoteService upi = remotes.named("upi-provider");
        return new HttpMandateProvider(upi.client(), upi::guarded);
    }

    @Bean
    AcceptMandates acceptMandates(Transactions transactions, KeepMandates mandates, Clock clock) {
        return new AcceptMandates(transactions, mandates, clock);
    }

    @Bean
    ArrangeMandates arrangeMandates(
            Transactions transactions,
            KeepMandates mandates,
            MandateProvider provider,
            Clock clock,
            MandatesSettings settings) {
        return new ArrangeMandates(transactions, mandates, provider, settings.policy(), clock, settings.batch());
    }
}
