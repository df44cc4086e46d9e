package com.byajbook.paymentflow.collections;

import com.byajbook.paymentflow.collections.domain.CollectionPolicy;
import com.byajbook.paymentflow.collections.remote.HttpUpiProvider;
import com.byajbook.paymentflow.collections.remote.ResilientUpiProvider;
import com.byajbook.paymentflow.collections.usecase.AcceptPayments;
import com.byajbook.paymentflow.collections.usecase.ApplyCallbacks;
import com.byajbook.paymentflow.collections.usecase.ApplyEarlyCallbacks;
import com.byajbook.paymentflow.collections.usecase.ApplyFindings;
import com.byajbook.paymentflow.collections.usecase.CallProvider;
import com.byajbook.paymentflow.collections.usecase.ClaimUtrs;
import com.byajbook.paymentflow.collections.usecase.CollectionSignals;
import com.byajbook.paymentflow.collections.usecase.Doorbell;
import com.byajbook.paymentflow.collections.usecase.InquirePayments;
import com.byajbook.paymentflow.collections.usecase.LockPayments;
import com.byajbook.paymentflow.collections.usecase.ProviderEvents;
import com.byajbook.paymentflow.collections.usecase.RecordDiscrepancies;
import com.byajbook.paymentflow.collections.usecase.RecordPayments;
import com.byajbook.paymentflow.collections.usecase.SavePayments;
import com.byajbook.paymentflow.collections.usecase.SettleEvents;
import com.byajbook.paymentflow.collections.usecase.SubmitPayments;
import com.byajbook.paymentflow.collections.usecase.TakeDuePayments;
import com.byajbook.paymentflow.collections.usecase.Transactions;
import com.byajbook.paymentflow.collections.usecase.UpiProvider;
import com.byajbook.platform.remote.RemoteService;
import com.byajbook.platform.remote.RemoteServices;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the use cases, and stacks the decorators around the provider. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CollectionsSettings.class, UpiSettings.class})
class CollectionsConfiguration {

    /** From the outside in: what an error proves, the breaker, the deadline, HTTP. Repeating a call is the sweep's business. */
    @Bean
    UpiProvider upiProvider(RemoteServices remotes, UpiSettings settings) {
        RemoteService upi = remotes.named("upi-provider");
        return new ResilientUpiProvider(new HttpUpiProvider(upi.client(), settings.callbackUrl()), upi::guarded);
    }

    @Bean
    CollectionPolicy collectionPolicy(CollectionsSettings settings) {
        return settings.policy();
    }

    @Bean
    Doorbell submissions() {
        return new Doorbell();
    }

    @Bean
    AcceptPayments acceptPayments(
            Transactions transactions, RecordPayments payments, Doorbell submissions, Clock clock) {
        return new AcceptPayments(transactions, payments, submissions, clock);
    }

    @Bean
    ApplyFindings applyFindings(
            LockPayments payments,
            SavePayments saving,
            ClaimUtrs utrs,
            RecordDiscrepancies discrepancies,
            CollectionPolicy policy,
            Clock clock) {
        return new ApplyFindings(payments, saving, utrs, discrepancies, policy, clock);
    }

    @Bean
    SettleEvents settleEvents(ApplyFindings findings, ProviderEvents events) {
        return new SettleEvents(findings, events);
    }

    @Bean
    ApplyCallbacks applyCallbacks(
            Transactions transactions,
            ProviderEvents events,
            SettleEvents settling,
            CollectionSignals signals,
            Clock clock) {
        return new ApplyCallbacks(transactions, events, settling, signals, clock);
    }

    @Bean
    ApplyEarlyCallbacks applyEarlyCallbacks(
            Transactions transactions,
            ProviderEvents events,
            SettleEvents settling,
            CollectionSignals signals,
            CollectionsSettings settings) {
        return new ApplyEarlyCallbacks(transactions, events, settling, signals, settings.batch());
    }

    @Bean
    TakeDuePayments takeDuePayments(
            Transactions transactions,
            LockPayments payments,
            SavePayments saving,
            CollectionPolicy policy,
            Clock clock) {
        return new TakeDuePayments(transactions, payments, saving, policy, clock);
    }

    @Bean
    CallProvider callProvider(
            Transactions transactions,
            ApplyFindings findings,
            CollectionSignals signals,
            CollectionsSettings settings) {
        return new CallProvider(transactions, findings, signals, settings.callLimits());
    }

    @Bean
    SubmitPayments submitPayments(
            TakeDuePayments due, CallProvider calling, UpiProvider provider, CollectionsSettings settings) {
        return new SubmitPayments(due, calling, provider, settings.callLimits());
    }

    @Bean
    InquirePayments inquirePayments(
            TakeDuePayments due, CallProvider calling, UpiProvider provider, CollectionsSettings settings) {
        return new InquirePayments(due, calling, provider, settings.callLimits());
    }
}
