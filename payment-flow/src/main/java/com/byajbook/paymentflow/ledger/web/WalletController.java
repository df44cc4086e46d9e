package com.byajbook.paymentflow.ledger.web;

import com.byajbook.paymentflow.ledger.usecase.ReadAccounts.Position;
import com.byajbook.paymentflow.ledger.usecase.ReadWallets;
import com.byajbook.paymentflow.ledger.usecase.ReadWallets.Statement;
import com.byajbook.paymentflow.ledger.usecase.ReadWallets.StatementLine;
import com.byajbook.paymentflow.ledger.usecase.ReadWallets.Wallet;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A lender's wallet, for our own services. */
@RestController
@RequestMapping("/internal/lenders/{lenderId}/wallet")
class WalletController {

    private static final int LARGEST_PAGE = 100;
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,18})_(-?[0-9]{1,18})");

    private final ReadWallets wallets;

    WalletController(ReadWallets wallets) {
        this.wallets = wallets;
    }

    @GetMapping
    Mono<Wallet> get(@PathVariable UUID lenderId) {
        return wallets.get(lenderId);
    }

    @GetMapping("/statement")
    Mono<Page> list(
            @PathVariable UUID lenderId,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            return Mono.error(() -> Failure.invalid(
                    ProblemType.INVALID_PARAMETER, "limit must lie between 1 and " + LARGEST_PAGE + "."));
        }
        return Mono.defer(() -> wallets.statement(lenderId, after == null ? null : position(after), limit))
                .map(Page::of);
    }

    private static Position position(String after) {
        Matcher parts = CURSOR.matcher(after);
        if (!parts.matches()) {
            throw Failure.invalid(ProblemType.INVALID_PARAMETER, "after is no cursor of a statement.");
        }
        return new Position(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    /** A page with its cursor, which is good for nobody else's statement: the lender stands in the condition. */
    record Page(List<StatementLine> items, @Nullable String next) {

        static Page of(Statement statement) {
            Position next = statement.next();
            return new Page(statement.items(), next == null ? null : next.transactionNo() + "_" + next.balancePaise());
        }
    }
}
