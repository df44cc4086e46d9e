package com.byajbook.paymentflow.escrow;

import com.byajbook.paymentflow.escrow.domain.BankCalendar;
import com.byajbook.paymentflow.escrow.usecase.CommitOnce;
import com.byajbook.paymentflow.escrow.usecase.CommitTogether;
import com.byajbook.paymentflow.escrow.usecase.ServeLoans;
import com.byajbook.paymentflow.escrow.usecase.SweepEscrow;
import com.byajbook.paymentflow.ledger.usecase.BookEntries;
import com.byajbook.paymentflow.ledger.usecase.FindIdleMoney;
import com.byajbook.paymentflow.payments.usecase.NoteSplits;
import com.byajbook.paymentflow.payments.usecase.SendMoney;
import com.byajbook.platform.messaging.MessageTransaction;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the escrow accounts' work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EscrowSettings.class)
class EscrowConfiguration {

    @Bean
    CommitOnce commitOnce(MessageTransaction transaction) {
        return transaction::once;
    }

    @Bean
    CommitTogether commitTogether(MessageTransaction transaction) {
        return transaction::commit;
    }

    @Bean
    BankCalendar bankCalendar(EscrowSettings settings) {
        EscrowSettings.Sweep sweep = settings.sweep();
        return new BankCalendar(sweep.zone(), sweep.at(), Set.copyOf(sweep.holidays()));
    }

    @Bean
    ServeLoans serveLoans(
            CommitOnce transaction, BookEntries ledger, SendMoney sending, NoteSplits splits, Clock clock) {
        return new ServeLoans(transaction, ledger, sending, splits, clock);
    }

    @Bean
    SweepEscrow sweepEscrow(
            FindIdleMoney money,
            BookEntries ledger,
            SendMoney sending,
            CommitTogether transaction,
            BankCalendar calendar,
            Clock clock,
            EscrowSettings settings) {
        return new SweepEscrow(
                money,
                ledger,
                sending,
                transaction,
                calendar,
                clock,
                settings.sweep().batch());
    }
}
