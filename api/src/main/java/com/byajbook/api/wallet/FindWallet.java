package com.byajbook.api.wallet;

import com.byajbook.api.lending.Marketplace;
import com.byajbook.platform.problem.Failure;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A lender's wallet: its money from payment-flow, and, as far as the loan engine can be asked, what is in loans. */
@Component
class FindWallet {

    private final Wallets wallets;
    private final Marketplace marketplace;

    FindWallet(Wallets wallets, Marketplace marketplace) {
        this.wallets = wallets;
        this.marketplace = marketplace;
    }

    Mono<WalletView> get(UUID lender) {
        return Mono.zip(
                wallets.get(lender),
                invested(lender),
                (wallet, invested) -> invested.map(wallet::with).orElse(wallet));
    }

    /** Money in loans is shown beside the wallet: an absent engine hides it, and never the wallet. */
    private Mono<Optional<Long>> invested(UUID lender) {
        return marketplace
                .findInvested(lender)
                .map(Optional::of)
                .onErrorResume(Failure.class, away -> Mono.just(Optional.empty()))
                .defaultIfEmpty(Optional.empty());
    }
}
