package com.byajbook.loanengine.underwriting.remote;

import com.byajbook.loanengine.underwriting.usecase.FetchCreditReport;
import com.byajbook.platform.remote.RemoteService;
import com.byajbook.platform.remote.RemoteServices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stacks the decorators of this service's one partner. */
@Configuration(proxyBeanMethods = false)
class BureauConfiguration {

    private static final String BUREAU = "credit-bureau";

    @Bean
    FetchCreditReport creditBureau(RemoteServices remotes) {
        RemoteService bureau = remotes.named(BUREAU);
        return new ResilientCreditBureau(new HttpCreditBureau(bureau.client()), bureau);
    }
}
