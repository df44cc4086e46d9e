package com.byajbook.paymentflow.payments;

import com.byajbook.paymentflow.ledger.usecase.BookEntries;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentPolicy;
import com.byajbook.paymentflow.payments.remote.HttpUpiProvider;
import com.byajbook.paymentflow.payments.remote.ResilientUpiProvider;
import com.byajbook.paymentflow.payments.remote.RoutedUpiProviders;
import com.byajbook.paymentflow.payments.usecase.AcceptPayments;
import com.byajbook.paymentflow.payments.usecase.ApplyCallbacks;
import com.byajbook.paymentflow.payments.usecase.ApplyEarlyCallbacks;
import com.byajbook.paymentflow.payments.usecase.ApplyFindings;
import com.byajbook.paymentflow.payments.usecase.BookChanges;
import com.byajbook.paymentflow.payments.usecase.BookMoney;
import com.byajbook.paymentflow.payments.usecase.CallProvider;
import com.byajbook.paymentflow.payments.usecase.ClaimUtrs;
import com.byajbook.paymentflow.payments.usecase.Doorbell;
import com.byajbook.paymentflow.payments.usecase.InquirePayments;
import com.byajbook.paymentflow.payments.usecase.LearnSettled;
import com.byajbook.paymentflow.payments.usecase.LockPayments;
import com.byajbook.paymentflow.payments.usecase.NoteSplits;
import com.byajbook.paymentflow.payments.usecase.PaymentSignals;
import com.byajbook.paymentflow.payments.usecase.ProviderEvents;
import com.byajbook.paymentflow.payments.usecase.RecordDiscrepancies;
import com.byajbook.paymentflow.payments.usecase.RecordPayments;
import com.byajbook.paymentflow.payments.usecase.SavePayments;
import com.byajbook.paymentflow.payments.usecase.SendMoney;
import com.byajbook.paymentflow.payments.usecase.SettleEvents;
import com.byajbook.paymentflow.payments.usecase.SubmitPayments;
import com.byajbook.paymentflow.payments.usecase.TakeDuePayments;
import com.byajbook.paymentflow.payments.usecase.Transactions;
import com.byajbook.paymentflow.payments.usecase.UpiProvider;
import com.byajbook.platform.remote.RemoteService;
import com.byajbook.platform.remote.RemoteServices;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the use cases, and stacks the decorators around the provider. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PaymentsSettings.class, UpiSettings.class})
class PaymentsConfiguration {

    /** Tried after a definite failure of the first, and only to pay out: a payer who said no is not asked again. */
    private static final String SECOND_PROVIDER = "upi-b";

    @Bean
    UpiProvider upiProvider(RemoteServices remotes, UpiSettings settings) {
        return new RoutedUpiProviders(Map.of(
                Payment.FIRST_PROVIDER,
                provider(Payment.FIRST_PROVIDER, remotes.named("upi-provider"), settings),
                SECOND_PROVIDER,
                provider(SECOND_PROVIDER, remotes.named("upi-provider-b"), settings)));
    }

    /** From the outside in: what an error proves, the breaker, the deadline, HTTP. Repeating a call is the sweep's business. */
    private static UpiProvider provider(String name, RemoteService remote, UpiSettings settings) {
        return new ResilientUpiProvider(
                new HttpUpiProvider(name, remote.client(), settings.callbackUrl()), remote::guarded);
    }

    @Bean
    PaymentPolicy paymentPolicy(PaymentsSettings settings) {
        return settings.policy(List.of(Payment.FIRST_PROVIDER, SECOND_PROVIDER));
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
    BookMoney bookMoney(BookEntries ledger) {
        return new BookChanges(ledger);
    }

    @Bean
    SendMoney sendMoney(RecordPayments payments, Doorbell submissions, Clock clock) {
        return new SendMoney(payments, submissions, clock);
    }

    @Bean
    NoteSplits noteSplits(LockPayments payments, SavePayments saving, Clock clock) {
        return new NoteSplits(payments, saving, clock);
    }

    @Bean
    ApplyFindings applyFindings(
            LockPayments payments,
            SavePayments saving,
            ClaimUtrs utrs,
            RecordDiscrepancies discrepancies,
            BookMoney money,
            PaymentPolicy policy,
            Clock clock) {
        return new ApplyFindings(payments, saving, utrs, discrepancies, money, policy, clock);
    }

    @Bean
    LearnSettled learnSettled(ApplyFindings findings, PaymentSignals signals) {
        return new LearnSettled(findings, signals);
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
            PaymentSignals signals,
            Clock clock) {
        return new ApplyCallbacks(transactions, events, settling, signals, clock);
    }

    @Bean
    ApplyEarlyCallbacks applyEarlyCallbacks(
            Transactions transactions,
            ProviderEvents events,
            SettleEvents settling,
            PaymentSignals signals,
            PaymentsSettings settings) {
        return new ApplyEarlyCallbacks(transactions, events, settling, signals, settings.batch());
    }

    @Bean
    TakeDuePayments takeDuePayments(
            Transactions transactions, LockPayments payments, SavePayments saving, PaymentPolicy policy, Clock clock) {
        return new TakeDuePayments(transactions, payments, saving, policy, clock);
    }

    @Bean
    CallProvider callProvider(
            Transactions transactions, ApplyFindings findings, PaymentSignals signals, PaymentsSettings settings) {
        return new CallProvider(transactions, findings, signals, settings.callLimits());
    }

    @Bean
    SubmitPayments submitPayments(
            TakeDuePayments due, CallProvider calling, UpiProvider provider, PaymentsSettings settings) {
        return new SubmitPayments(due, calling, provider, settings.callLimits());
    }

    @Bean
    InquirePayments inquirePayments(
            TakeDuePayments due, CallProvider calling, UpiProvider provider, PaymentsSettings settings) {
        return new InquirePayments(due, calling, provider, settings.callLimits());
    }
}
