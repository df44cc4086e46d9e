package com.byajbook.paymentflow.settlement;

import com.byajbook.paymentflow.ledger.usecase.BookEntries;
import com.byajbook.paymentflow.payments.usecase.ClaimUtrs;
import com.byajbook.paymentflow.payments.usecase.Doorbell;
import com.byajbook.paymentflow.payments.usecase.LearnSettled;
import com.byajbook.paymentflow.payments.usecase.ReadOutcomes;
import com.byajbook.paymentflow.payments.usecase.SendMoney;
import com.byajbook.paymentflow.payments.usecase.Transactions;
import com.byajbook.paymentflow.settlement.domain.BankDays;
import com.byajbook.paymentflow.settlement.remote.HttpSettlementFiles;
import com.byajbook.paymentflow.settlement.usecase.CompareLines;
import com.byajbook.paymentflow.settlement.usecase.FetchFiles;
import com.byajbook.paymentflow.settlement.usecase.FetchLines;
import com.byajbook.paymentflow.settlement.usecase.KeepDifferences;
import com.byajbook.paymentflow.settlement.usecase.KeepLines;
import com.byajbook.paymentflow.settlement.usecase.KeepRuns;
import com.byajbook.paymentflow.settlement.usecase.NoteFindings;
import com.byajbook.paymentflow.settlement.usecase.ReconcileDays;
import com.byajbook.paymentflow.settlement.usecase.ReconciliationLimits;
import com.byajbook.paymentflow.settlement.usecase.Remedies;
import com.byajbook.paymentflow.settlement.usecase.ResolveDifference;
import com.byajbook.paymentflow.settlement.usecase.Run;
import com.byajbook.paymentflow.settlement.usecase.SearchMissing;
import com.byajbook.paymentflow.settlement.usecase.SettleByEvidence;
import com.byajbook.paymentflow.settlement.usecase.Step;
import com.byajbook.platform.remote.RemoteServices;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the reconciliation with the providers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SettlementSettings.class)
class SettlementConfiguration {

    /** As the payments name them. */
    private static final String FIRST = "upi";

    private static final String SECOND = "upi-b";

    @Bean
    FetchFiles settlementFiles(RemoteServices remotes, SettlementSettings settings) {
        return new HttpSettlementFiles(
                Map.of(FIRST, remotes.named("upi-settlements"), SECOND, remotes.named("upi-b-settlements")),
                settings.batch(),
                settings.largestFile().toBytes());
    }

    @Bean
    Doorbell rechecks() {
        return new Doorbell();
    }

    @Bean
    NoteFindings noteFindings(KeepDifferences differences, KeepRuns runs, Clock clock) {
        return new NoteFindings(differences, runs, clock);
    }

    @Bean
    FetchLines fetchLines(FetchFiles files, KeepLines lines, KeepRuns runs, Clock clock) {
        return new FetchLines(files, lines, runs, clock);
    }

    @Bean
    CompareLines compareLines(
            Transactions transactions,
            KeepLines lines,
            ReadOutcomes outcomes,
            NoteFindings noting,
            SettlementSettings settings) {
        return new CompareLines(transactions, lines, outcomes, noting, settings.batch());
    }

    @Bean
    SearchMissing searchMissing(
            Transactions transactions,
            ReadOutcomes outcomes,
            KeepLines lines,
            NoteFindings noting,
            SettlementSettings settings) {
        return new SearchMissing(transactions, outcomes, lines, noting, settings.batch());
    }

    @Bean
    SettleByEvidence settleByEvidence(
            Transactions transactions,
            KeepDifferences differences,
            LearnSettled learning,
            KeepRuns runs,
            Clock clock,
            SettlementSettings settings) {
        return new SettleByEvidence(transactions, differences, learning, runs, clock, settings.batch());
    }

    @Bean
    ReconcileDays reconcileDays(
            FetchFiles files,
            KeepRuns runs,
            FetchLines fetching,
            CompareLines comparing,
            SearchMissing searching,
            SettleByEvidence settling,
            SettlementSettings settings,
            Clock clock) {
        Map<Run.State, Step> steps = Map.of(
                Run.State.DUE, fetching,
                Run.State.FETCHED, comparing,
                Run.State.COMPARED, searching,
                Run.State.SEARCHED, settling);
        return new ReconcileDays(
                files,
                runs,
                steps,
                new BankDays(settings.cutoff(), settings.catchUpDays()),
                new ReconciliationLimits(settings.longestRun(), settings.retryAfter()),
                clock);
    }

    @Bean
    Remedies remedies(
            ReadOutcomes outcomes, LearnSettled learning, ClaimUtrs utrs, BookEntries ledger, SendMoney sending) {
        return new Remedies(outcomes, learning, utrs, ledger, sending);
    }

    @Bean
    ResolveDifference resolveDifference(
            Transactions transactions,
            KeepDifferences differences,
            KeepRuns runs,
            Remedies remedies,
            SendMoney sending,
            Doorbell rechecks,
            Clock clock) {
        return new ResolveDifference(transactions, differences, runs, remedies, sending, rechecks, clock);
    }
}
