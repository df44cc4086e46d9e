package com.byajbook.loanengine.servicing;

import com.byajbook.loanengine.lifecycle.usecase.MoveLoans;
import com.byajbook.loanengine.marketplace.usecase.FreeLenderRoom;
import com.byajbook.loanengine.pricing.usecase.AccrueInterest;
import com.byajbook.loanengine.pricing.usecase.ListInstalments;
import com.byajbook.loanengine.product.ProductProperties;
import com.byajbook.loanengine.servicing.domain.AllocationOrder;
import com.byajbook.loanengine.servicing.domain.Conditions;
import com.byajbook.loanengine.servicing.domain.InterestRule;
import com.byajbook.loanengine.servicing.usecase.AddAccounts;
import com.byajbook.loanengine.servicing.usecase.AllocateRepayments;
import com.byajbook.loanengine.servicing.usecase.AnnounceStanding;
import com.byajbook.loanengine.servicing.usecase.ChargeBounce;
import com.byajbook.loanengine.servicing.usecase.CommitEffect;
import com.byajbook.loanengine.servicing.usecase.CommitOnce;
import com.byajbook.loanengine.servicing.usecase.DayEndRuns;
import com.byajbook.loanengine.servicing.usecase.FindAccount;
import com.byajbook.loanengine.servicing.usecase.FindBounceFee;
import com.byajbook.loanengine.servicing.usecase.HoldAccounts;
import com.byajbook.loanengine.servicing.usecase.ListOwed;
import com.byajbook.loanengine.servicing.usecase.LowerExposures;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts;
import com.byajbook.loanengine.servicing.usecase.QuoteForeclosure;
import com.byajbook.loanengine.servicing.usecase.RecordRepayments;
import com.byajbook.loanengine.servicing.usecase.RecordWriteOffs;
import com.byajbook.loanengine.servicing.usecase.ReverseAccounts;
import com.byajbook.loanengine.servicing.usecase.RunDayEnd;
import com.byajbook.loanengine.servicing.usecase.ShowAccount;
import com.byajbook.loanengine.servicing.usecase.WriteOff;
import com.byajbook.platform.messaging.MessageTransaction;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
class ServicingConfiguration {

    private static final String CONSUMER = "servicing";

    @Bean
    Conditions servicingConditions(ProductProperties product, ServicingProperties servicing) {
        return new Conditions(
                product.disclosure().penalPercentPerMonth(),
                product.disclosure().bounceChargePaise(),
                product.disclosure().coolingOffDays(),
                AllocationOrder.parse(servicing.allocationOrder()));
    }

    @Bean
    AnnounceStanding loanStandings(MoveLoans loans) {
        return new LoanStandings(loans);
    }

    @Bean
    LowerExposures countedExposures(
            FreeLenderRoom lenders, com.byajbook.loanengine.underwriting.usecase.LowerExposures borrowers) {
        return new CountedExposures(lenders, borrowers);
    }

    @Bean
    InterestRule interestRule() {
        AccrueInterest prices = new AccrueInterest();
        return (outstanding, rate, month, part) ->
                prices.paise(outstanding, rate, month.from(), month.to(), part.from(), part.to());
    }

    @Bean
    CommitOnce commitRepayments(MessageTransaction transaction) {
        return (events, effect) -> transaction.once(CONSUMER, events, effect);
    }

    @Bean
    CommitEffect servicingTransaction(MessageTransaction transaction) {
        return new ServicingTransaction(transaction);
    }

    @Bean
    OpenAccounts openAccounts(ListInstalments schedules, AddAccounts accounts, Conditions conditions, Clock clock) {
        return new OpenAccounts(schedules, accounts, conditions, clock);
    }

    @Bean
    ReverseAccounts reverseAccounts(HoldAccounts accounts, LowerExposures exposures, Clock clock) {
        return new ReverseAccounts(accounts, exposures, clock);
    }

    @Bean
    AllocateRepayments allocateRepayments(
            HoldAccounts accounts,
            RecordRepayments repayments,
            AnnounceStanding announcing,
            LowerExposures exposures,
            CommitOnce transaction,
            InterestRule interest,
            Clock clock,
            ProductProperties product) {
        return new AllocateRepayments(
                accounts, repayments, announcing, exposures, transaction, interest, clock, product.zone());
    }

    @Bean
    QuoteForeclosure quoteForeclosure(
            FindAccount accounts, InterestRule interest, Clock clock, ProductProperties product) {
        return new QuoteForeclosure(accounts, interest, clock, product.zone());
    }

    @Bean
    ShowAccount showAccount(FindAccount accounts, Clock clock, ProductProperties product) {
        return new ShowAccount(accounts, clock, product.zone());
    }

    @Bean
    ListOwed listOwed(HoldAccounts accounts) {
        return new ListOwed(accounts);
    }

    @Bean
    RunDayEnd runDayEnd(
            DayEndRuns runs,
            HoldAccounts accounts,
            AnnounceStanding announcing,
            CommitEffect transaction,
            Clock clock,
            ServicingProperties servicing) {
        return new RunDayEnd(
                runs,
                accounts,
                announcing,
                transaction,
                clock,
                servicing.dayEnd().batchSize());
    }

    @Bean
    WriteOff writeOff(
            HoldAccounts accounts,
            RecordWriteOffs writeOffs,
            AnnounceStanding announcing,
            CommitEffect transaction,
            Clock clock,
            ProductProperties product) {
        return new WriteOff(accounts, writeOffs, announcing, transaction, clock, product.zone());
    }

    @Bean
    ChargeBounce chargeBounce(
            HoldAccounts accounts,
            FindBounceFee fees,
            AnnounceStanding announcing,
            CommitEffect transaction,
            Clock clock,
            ProductProperties product) {
        return new ChargeBounce(accounts, fees, announcing, transaction, clock, product.zone());
    }
}
