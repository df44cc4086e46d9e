package com.byajbook.loanengine.marketplace;

import com.byajbook.loanengine.marketplace.messaging.ConsumerPace;
import com.byajbook.loanengine.marketplace.usecase.ExpireLoans;
import com.byajbook.loanengine.marketplace.web.MarketPages;
import com.byajbook.loanengine.paging.Pages;
import com.byajbook.loanengine.worker.LoopWorker;
import com.byajbook.loanengine.worker.WorkLoop;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the feature's edges are set to: its queues, its pages and its loops. */
@Configuration(proxyBeanMethods = false)
class MarketplaceEdges {

    @Bean
    ConsumerPace marketplaceCommandPace(MarketplaceProperties limits) {
        return pace(limits.commands());
    }

    @Bean
    ConsumerPace fundingReplyPace(MarketplaceProperties limits) {
        return pace(limits.replies());
    }

    @Bean
    MarketPages marketPages(MarketplaceProperties limits) {
        return new MarketPages(pages("listings", limits.pages()), pages("commitments", limits.pages()));
    }

    @Bean
    LoopWorker marketplaceWorker(ExpireLoans expiring, MarketplaceProperties limits) {
        MarketplaceProperties.Sweep sweep = limits.sweep();
        return new LoopWorker(
                "marketplace",
                List.of(
                        new WorkLoop(
                                "expiring listings",
                                sweep.every(),
                                sweep.longest(),
                                sweep.batch(),
                                expiring.expireListings()),
                        new WorkLoop(
                                "expiring offers",
                                sweep.every(),
                                sweep.longest(),
                                sweep.batch(),
                                expiring.expireOffers())));
    }

    private static ConsumerPace pace(MarketplaceProperties.Pace pace) {
        return new ConsumerPace(pace.prefetch(), pace.batchSize(), pace.concurrency(), pace.linger());
    }

    /** A cursor of one list says nothing in another. */
    private static Pages pages(String list, MarketplaceProperties.Paging paging) {
        return new Pages(paging.cursorKey() + ":" + list, paging.defaultSize(), paging.largestSize());
    }
}
