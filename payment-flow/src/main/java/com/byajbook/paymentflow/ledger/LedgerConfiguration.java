package com.byajbook.paymentflow.ledger;

import com.byajbook.paymentflow.ledger.usecase.BookEntries;
import com.byajbook.paymentflow.ledger.usecase.BookTransfers;
import com.byajbook.paymentflow.ledger.usecase.ExpireHolds;
import com.byajbook.paymentflow.ledger.usecase.FindExpiredHolds;
import com.byajbook.paymentflow.ledger.usecase.InTransaction;
import com.byajbook.paymentflow.ledger.usecase.KeepLedger;
import com.byajbook.paymentflow.ledger.usecase.LockLedger;
import com.byajbook.paymentflow.ledger.usecase.ReadAccounts;
import com.byajbook.paymentflow.ledger.usecase.ReadWallets;
import com.byajbook.paymentflow.ledger.usecase.WriteLedger;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Wires the ledger. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    @Bean
    KeepLedger keepLedger(LockLedger books, WriteLedger writing, Clock clock) {
        return new KeepLedger(books, writing, clock);
    }

    @Bean
    BookEntries bookEntries(KeepLedger ledger) {
        return new BookEntries(ledger);
    }

    @Bean
    ReadWallets readWallets(ReadAccounts accounts) {
        return new ReadWallets(accounts);
    }

    @Bean
    ExpireHolds expireHolds(
            FindExpiredHolds holds,
            KeepLedger ledger,
            InTransaction transaction,
            Clock clock,
            LedgerSettings settings) {
        return new ExpireHolds(holds, ledger, transaction, clock, settings.expiryBatch());
    }

    @Bean
    @Profile("load-test")
    BookTransfers bookTransfers(KeepLedger ledger, InTransaction transaction) {
        return new BookTransfers(ledger, transaction);
    }
}
