package com.byajbook.loanengine.reconciliation.persistence;

import com.byajbook.platform.invariant.Check;
import com.byajbook.platform.invariant.ListChecks;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All that this service looks at. */
@Component
class LoanEngineChecks implements ListChecks {

    private final AccountChecks accounts;
    private final MarketChecks market;

    LoanEngineChecks(AccountChecks accounts, MarketChecks market) {
        this.accounts = accounts;
        this.market = market;
    }

    @Override
    public List<Check> list() {
        return Stream.concat(accounts.list().stream(), market.list().stream()).toList();
    }
}
