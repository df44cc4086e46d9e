package com.byajbook.loanengine.marketplace;

import com.byajbook.loanengine.lifecycle.usecase.ListOldOffers;
import com.byajbook.loanengine.lifecycle.usecase.MoveLoans;
import com.byajbook.loanengine.marketplace.domain.AcceptancePolicy;
import com.byajbook.loanengine.marketplace.domain.CommitmentPolicy;
import com.byajbook.loanengine.marketplace.domain.CommitmentRules;
import com.byajbook.loanengine.marketplace.usecase.AcceptOffers;
import com.byajbook.loanengine.marketplace.usecase.CancelLoans;
import com.byajbook.loanengine.marketplace.usecase.EndLoans;
import com.byajbook.loanengine.marketplace.usecase.ExpireLoans;
import com.byajbook.loanengine.marketplace.usecase.FreeLenderRoom;
import com.byajbook.loanengine.marketplace.usecase.FundLoans;
import com.byajbook.loanengine.marketplace.usecase.HoldLenders;
import com.byajbook.loanengine.marketplace.usecase.HoldListings;
import com.byajbook.loanengine.marketplace.usecase.KeepAgreements;
import com.byajbook.loanengine.marketplace.usecase.KeepAnswers;
import com.byajbook.loanengine.marketplace.usecase.KeepCommitments;
import com.byajbook.loanengine.marketplace.usecase.PayOutLoans;
import com.byajbook.loanengine.marketplace.usecase.ReserveFunds;
import com.byajbook.loanengine.marketplace.usecase.SettleDisbursals;
import com.byajbook.loanengine.marketplace.usecase.SettleHolds;
import com.byajbook.loanengine.marketplace.usecase.StartServicing;
import com.byajbook.loanengine.marketplace.usecase.StopServicing;
import com.byajbook.loanengine.marketplace.usecase.Transactions;
import com.byajbook.loanengine.product.ProductProperties;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts;
import com.byajbook.loanengine.servicing.usecase.ReverseAccounts;
import com.byajbook.loanengine.underwriting.usecase.LowerExposures;
import com.byajbook.platform.messaging.MessageTransaction;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
class MarketplaceConfiguration {

    private static final String CONSUMER = "marketplace";

    @Bean
    Transactions marketplaceTransactions(MessageTransaction transaction) {
        return new MessageTransactions(transaction, CONSUMER);
    }

    @Bean
    CommitmentPolicy commitmentPolicy(MarketplaceProperties limits) {
        return new CommitmentPolicy(new CommitmentRules(
                limits.minPaise(), limits.lenderCapPaise(), limits.pairCapPaise(), limits.mostLenders()));
    }

    @Bean
    AcceptancePolicy acceptancePolicy(ProductProperties product) {
        return new AcceptancePolicy(product.disclosure().validDays(), product.zone());
    }

    @Bean
    ServedLoans servedLoans(OpenAccounts accounts, ReverseAccounts reversing) {
        return new ServedLoans(accounts, reversing);
    }

    @Bean
    FreeLenderRoom freeLenderRoom(HoldLenders lenders) {
        return new FreeLenderRoom(lenders);
    }

    @Bean
    AcceptOffers acceptOffers(
            MoveLoans loans,
            HoldListings listings,
            KeepAnswers answers,
            Transactions marketplaceTransactions,
            AcceptancePolicy policy,
            MarketplaceProperties limits,
            Clock clock) {
        return new AcceptOffers(loans, listings, answers, marketplaceTransactions, policy, limits.openFor(), clock);
    }

    @Bean
    ReserveFunds reserveFunds(
            HoldListings listings,
            HoldLenders lenders,
            KeepCommitments commitments,
            Transactions marketplaceTransactions,
            CommitmentPolicy policy,
            MarketplaceProperties limits,
            Clock clock) {
        return new ReserveFunds(
                listings, lenders, commitments, marketplaceTransactions, policy, limits.holdMargin(), clock);
    }

    @Bean
    FundLoans fundLoans(
            MoveLoans loans,
            KeepCommitments commitments,
            KeepAgreements agreements,
            ProductProperties product,
            Clock clock) {
        return new FundLoans(loans, commitments, agreements, product.zone(), clock);
    }

    @Bean
    SettleHolds settleHolds(
            MoveLoans loans,
            HoldListings listings,
            HoldLenders lenders,
            KeepCommitments commitments,
            FundLoans funding,
            Transactions marketplaceTransactions,
            Clock clock) {
        return new SettleHolds(loans, listings, lenders, commitments, funding, marketplaceTransactions, clock);
    }

    @Bean
    EndLoans endLoans(
            MoveLoans loans,
            HoldListings listings,
            HoldLenders lenders,
            KeepCommitments commitments,
            LowerExposures exposures,
            Clock clock) {
        return new EndLoans(loans, listings, lenders, commitments, exposures, clock);
    }

    @Bean
    PayOutLoans payOutLoans(
            MoveLoans loans,
            KeepCommitments commitments,
            StartServicing servicing,
            ProductProperties product,
            Clock clock) {
        return new PayOutLoans(loans, commitments, servicing, product.zone(), clock);
    }

    @Bean
    SettleDisbursals settleDisbursals(
            PayOutLoans payingOut, EndLoans ending, StopServicing servicing, Transactions marketplaceTransactions) {
        return new SettleDisbursals(payingOut, ending, servicing, marketplaceTransactions);
    }

    @Bean
    CancelLoans cancelLoans(
            MoveLoans loans, EndLoans ending, KeepAnswers answers, Transactions marketplaceTransactions) {
        return new CancelLoans(loans, ending, answers, marketplaceTransactions);
    }

    @Bean
    ExpireLoans expireLoans(
            ListOldOffers offers,
            HoldListings listings,
            EndLoans ending,
            AcceptancePolicy policy,
            Transactions marketplaceTransactions,
            MarketplaceProperties limits,
            Clock clock) {
        return new ExpireLoans(
                offers,
                listings,
                ending,
                policy,
                marketplaceTransactions,
                limits.sweep().batch(),
                clock);
    }
}
