package com.byajbook.loanengine.autopay.worker;

import com.byajbook.loanengine.autopay.AutopayProperties;
import com.byajbook.loanengine.autopay.usecase.AskInstalments;
import com.byajbook.loanengine.autopay.usecase.GiveNotices;
import com.byajbook.loanengine.worker.LoopWorker;
import com.byajbook.loanengine.worker.WorkLoop;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The loops, unless this replica is told to leave them to others. Every replica looks; who locks a row does its step. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("byajbook.autopay.enabled")
class AutopayWorkerConfiguration {

    @Bean
    LoopWorker autopayWorker(GiveNotices noticing, AskInstalments asking, AutopayProperties settings) {
        AutopayProperties.Sweep sweep = settings.sweep();
        return new LoopWorker(
                "autopay",
                List.of(
                        new WorkLoop(
                                "giving notice", sweep.every(), sweep.longest(), sweep.batch(), noticing.giveSome()),
                        new WorkLoop(
                                "asking for instalments",
                                sweep.every(),
                                sweep.longest(),
                                sweep.batch(),
                                asking.askSome())));
    }
}
