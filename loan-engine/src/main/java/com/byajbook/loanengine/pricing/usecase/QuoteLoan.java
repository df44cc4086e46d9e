package com.byajbook.loanengine.pricing.usecase;

import com.byajbook.loanengine.pricing.domain.LoanLimits;
import com.byajbook.loanengine.pricing.domain.LoanPrice;
import com.byajbook.loanengine.pricing.domain.Product;
import com.byajbook.loanengine.pricing.usecase.QuoteOutcome.AmountOutsideLimits;
import com.byajbook.loanengine.pricing.usecase.QuoteOutcome.Quoted;
import com.byajbook.loanengine.pricing.usecase.QuoteOutcome.TenureOutsideLimits;
import java.time.Clock;
import java.time.LocalDate;

/** Says what a loan would cost, at the rate of the indicative band. */
public final class QuoteLoan {

    private final Product product;
    private final Clock clock;

    public QuoteLoan(Product product, Clock clock) {
        this.product = product;
        this.clock = clock;
    }

    /** A quote for any figures; those that the product does not lend have an outcome of their own. */
    public QuoteOutcome quote(long amountPaise, int tenureMonths) {
        LoanLimits limits = product.limits();
        if (!limits.allowAmount(amountPaise)) {
            return new AmountOutsideLimits(limits.minAmountPaise(), limits.maxAmountPaise());
        }
        if (!limits.allowTenure(tenureMonths)) {
            return new TenureOutsideLimits(limits.minTenureMonths(), limits.maxTenureMonths());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), product.zone());
        return new Quoted(Quote.of(LoanPrice.of(
                amountPaise, tenureMonths, product.rateCard().indicative().rate(), product.fees(), today)));
    }
}
