package com.byajbook.loadtests.lending;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.verdict.Wish;
import java.util.Set;
import java.util.UUID;

/** The steps by which a loan that was offered comes to its money, each asked for as an app would. */
public final class FundingSteps {
    private final App app;

    public FundingSteps(App app) {
        this.app = app;
    }

    /** The borrower agrees to exactly the statement that is shown. */
    public void accept(Person borrower, UUID loan) {
        String path = "/v1/loans/" + loan;
        String hash = app.sees(borrower, path + "/kfs").text("kfsHash");
        UUID unused = app.asks(borrower, path + "/acceptance", PublicApi.acceptance(hash));
    }

    /** The lender pays in; returns when the money is there. */
    public void deposit(Person lender, long paise) {
        UUID deposit = app.asks(Wish.Kind.DEPOSIT, lender, PublicApi.amount(paise));
        var unused = app.awaits(lender, Wish.Kind.DEPOSIT.path() + "/" + deposit, Set.of("SUCCEEDED"));
    }

    /** The lender promises so much of it. @return the commitment */
    public UUID commit(Person lender, UUID loan, long paise) {
        return app.asks(lender, "/v1/loans/" + loan + "/commitments", PublicApi.amount(paise));
    }
}
