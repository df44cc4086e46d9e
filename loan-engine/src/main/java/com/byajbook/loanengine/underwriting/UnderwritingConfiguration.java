package com.byajbook.loanengine.underwriting;

import com.byajbook.loanengine.pricing.usecase.PriceOffer;
import com.byajbook.loanengine.product.ProductProperties;
import com.byajbook.loanengine.underwriting.domain.DecisionPolicy;
import com.byajbook.loanengine.underwriting.domain.UnderwritingRules;
import com.byajbook.loanengine.underwriting.usecase.AssessApplication;
import com.byajbook.loanengine.underwriting.usecase.CommitOnce;
import com.byajbook.loanengine.underwriting.usecase.DecideApplications;
import com.byajbook.loanengine.underwriting.usecase.DecideApplications.Work;
import com.byajbook.loanengine.underwriting.usecase.FetchCreditReport;
import com.byajbook.loanengine.underwriting.usecase.HoldExposures;
import com.byajbook.loanengine.underwriting.usecase.LowerExposures;
import com.byajbook.loanengine.underwriting.usecase.SaveDecisions;
import com.byajbook.platform.messaging.MessageTransaction;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts the feature together. */
@Configuration(proxyBeanMethods = false)
class UnderwritingConfiguration {

    private static final String CONSUMER = "underwriting";

    @Bean
    DecisionPolicy decisionPolicy(ProductProperties product) {
        return new DecisionPolicy(new UnderwritingRules(
                product.version(),
                product.minAmountPaise(),
                product.maxAmountPaise(),
                product.minTenureMonths(),
                product.maxTenureMonths(),
                product.underwriting().cutOffScore(),
                product.underwriting().affordabilityPercent(),
                product.underwriting().borrowerCapPaise()));
    }

    @Bean(destroyMethod = "dispose")
    Scheduler pricingScheduler(UnderwritingProperties limits) {
        return Schedulers.newParallel("pricing", limits.pricingThreads());
    }

    @Bean
    AssessApplication assessApplication(DecisionPolicy policy, PriceOffer pricing, Clock clock) {
        return new AssessApplication(policy, pricing, clock);
    }

    @Bean
    CommitOnce commitOnce(MessageTransaction transaction) {
        return (commands, effect) -> transaction.once(CONSUMER, commands, effect);
    }

    @Bean
    LowerExposures lowerExposures(HoldExposures exposures) {
        return new LowerExposures(exposures);
    }

    @Bean
    DecideApplications decideApplications(
            FetchCreditReport reports,
            AssessApplication assessing,
            HoldExposures exposures,
            SaveDecisions decisions,
            CommitOnce transaction,
            Clock clock,
            UnderwritingProperties limits,
            Scheduler pricingScheduler) {
        Work work = new Work(limits.bureauCalls(), pricingScheduler);
        return new DecideApplications(reports, assessing, exposures, decisions, transaction, clock, work);
    }
}
