package com.byajbook.loanengine.autopay;

import com.byajbook.loanengine.autopay.domain.CollectionRules;
import com.byajbook.loanengine.autopay.messaging.AutopayPace;
import com.byajbook.loanengine.autopay.usecase.ArrangeAutopay;
import com.byajbook.loanengine.autopay.usecase.AskInstalments;
import com.byajbook.loanengine.autopay.usecase.AutopaySignals;
import com.byajbook.loanengine.autopay.usecase.ChargeForBounce;
import com.byajbook.loanengine.autopay.usecase.FindOwed;
import com.byajbook.loanengine.autopay.usecase.GiveNotices;
import com.byajbook.loanengine.autopay.usecase.KeepAttempts;
import com.byajbook.loanengine.autopay.usecase.KeepAutopays;
import com.byajbook.loanengine.autopay.usecase.KeepCollections;
import com.byajbook.loanengine.autopay.usecase.LearnOutcomes;
import com.byajbook.loanengine.autopay.usecase.ShowAutopay;
import com.byajbook.loanengine.autopay.usecase.Transactions;
import com.byajbook.loanengine.product.ProductProperties;
import com.byajbook.loanengine.servicing.usecase.ChargeBounce;
import com.byajbook.loanengine.servicing.usecase.CommitEffect;
import com.byajbook.loanengine.servicing.usecase.ListOwed;
import com.byajbook.platform.messaging.MessageTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
class AutopayConfiguration {

    @Bean
    CollectionRules collectionRules(AutopayProperties settings, ProductProperties product) {
        return settings.rules(product.zone());
    }

    @Bean
    AutopayPace autopayPace(AutopayProperties settings) {
        return new AutopayPace(settings.prefetch(), settings.batchSize(), settings.linger());
    }

    @Bean
    Transactions autopayTransactions(MessageTransaction transaction, CommitEffect effects) {
        return new AutopayTransactions(transaction, effects);
    }

    @Bean
    FindOwed findOwed(ListOwed owed) {
        return owed::lock;
    }

    @Bean
    ChargeForBounce chargeForBounce(ChargeBounce bounces) {
        return (loanId, paymentId) -> bounces.charge(loanId, paymentId).then();
    }

    @Bean
    AutopaySignals autopaySignals(MeterRegistry meters) {
        return new MeteredAutopay(meters);
    }

    @Bean
    ArrangeAutopay arrangeAutopay(
            Transactions autopayTransactions,
            KeepAutopays autopays,
            FindOwed owed,
            CollectionRules rules,
            Clock clock) {
        return new ArrangeAutopay(autopayTransactions, autopays, owed, rules, clock);
    }

    @Bean
    GiveNotices giveNotices(
            Transactions autopayTransactions,
            KeepAutopays autopays,
            KeepCollections collections,
            FindOwed owed,
            CollectionRules rules,
            AutopaySignals signals,
            Clock clock,
            AutopayProperties settings) {
        return new GiveNotices(
                autopayTransactions,
                autopays,
                collections,
                owed,
                rules,
                signals,
                clock,
                settings.sweep().batch());
    }

    @Bean
    AskInstalments askInstalments(
            Transactions autopayTransactions,
            KeepAutopays autopays,
            KeepCollections collections,
            KeepAttempts attempts,
            FindOwed owed,
            CollectionRules rules,
            AutopaySignals signals,
            Clock clock,
            AutopayProperties settings) {
        return new AskInstalments(
                autopayTransactions,
                autopays,
                collections,
                attempts,
                owed,
                rules,
                signals,
                clock,
                settings.sweep().batch());
    }

    @Bean
    LearnOutcomes learnOutcomes(
            Transactions autopayTransactions,
            KeepAutopays autopays,
            KeepCollections collections,
            KeepAttempts attempts,
            ChargeForBounce bounces,
            CollectionRules rules,
            AutopaySignals signals,
            Clock clock) {
        return new LearnOutcomes(autopayTransactions, autopays, collections, attempts, bounces, rules, signals, clock);
    }

    @Bean
    ShowAutopay showAutopay(KeepAutopays autopays, KeepCollections collections) {
        return new ShowAutopay(autopays, collections);
    }
}
