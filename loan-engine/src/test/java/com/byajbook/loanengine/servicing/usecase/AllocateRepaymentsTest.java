package com.byajbook.loanengine.servicing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loanengine.servicing.domain.Account;
import com.byajbook.loanengine.servicing.domain.EntryKind;
import com.byajbook.loanengine.servicing.domain.Loans;
import com.byajbook.loanengine.servicing.usecase.LowerExposures.PrincipalRepaid;
import com.byajbook.loanengine.servicing.usecase.RecordRepayments.Allocated;
import com.byajbook.loanengine.servicing.usecase.RecordRepayments.Known;
import com.byajbook.platform.message.DistributeRepayment;
import com.byajbook.platform.message.DistributeRepayment.Part;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.PaymentChanged.Status;
import com.byajbook.platform.message.RepaymentSplit;
import com.byajbook.platform.message.TakeBackRepayment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class AllocateRepaymentsTest {

    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);
    private static final Instant FEBRUARY = Instant.parse("2024-02-01T06:00:00Z");

    private final Account account = Loans.account("7", 6, JANUARY, 6_000, 4_000);
    private final Script script = new Script(Map.of(account.terms().loanId(), account));

    @Test
    void repayments_of_a_batch_go_one_on_top_of_the_other() {
        allocate(List.of(event(1, 701, Status.SUCCEEDED, null), event(2, 1_000, Status.SUCCEEDED, null)));

        assertThat(script.sent)
                .extracting(message -> ((DistributeRepayment) message).split())
                .containsExactly(new RepaymentSplit(0, 0, 58, 643, 0), new RepaymentSplit(0, 0, 0, 1_000, 0));
        assertThat(((DistributeRepayment) script.sent.get(1)).parts())
                .containsExactly(new Part(new UUID(9, 0), 600), new Part(new UUID(9, 1), 400));
        assertThat(script.saved).hasSize(1);
        assertThat(script.saved.get(0).entries()).extracting(Entry::number).containsExactly(2, 3);
        assertThat(script.lowered)
                .containsExactlyInAnyOrder(
                        new PrincipalRepaid(new UUID(8, 8), new UUID(9, 0), 986),
                        new PrincipalRepaid(new UUID(8, 8), new UUID(9, 1), 657));
        assertThat(script.announced)
                .singleElement()
                .satisfies(changed -> assertThat(changed.standing().nextDueOn()).isEqualTo(LocalDate.of(2024, 3, 1)));
    }

    @Test
    void what_did_not_succeed_or_is_an_answer_is_left_alone() {
        allocate(List.of(
                event(1, 701, Status.FAILED, null),
                event(2, 701, Status.UNKNOWN, null),
                event(4, 701, Status.SUCCEEDED, new RepaymentSplit(0, 0, 58, 643, 0))));

        assertThat(script.transactions).isZero();
    }

    @Test
    void what_is_paid_for_a_loan_without_an_account_goes_back_beside_what_others_paid() {
        PaymentChanged stray = new PaymentChanged(
                new UUID(6, 3),
                FEBRUARY,
                new UUID(5, 3),
                new UUID(7, 77),
                new UUID(8, 77),
                2,
                Status.SUCCEEDED,
                900,
                null,
                null,
                null);

        allocate(List.of(stray, event(1, 701, Status.SUCCEEDED, null)));

        assertThat(script.sent)
                .extracting(message -> ((DistributeRepayment) message).split())
                .containsExactly(new RepaymentSplit(0, 0, 0, 0, 900), new RepaymentSplit(0, 0, 58, 643, 0));
        assertThat(((DistributeRepayment) script.sent.get(0)).borrowerId()).isEqualTo(new UUID(8, 77));
        assertThat(((DistributeRepayment) script.sent.get(0)).parts()).isEmpty();
        assertThat(script.recorded).extracting(Allocated::paymentId).containsExactly(new UUID(5, 3), new UUID(5, 1));
        assertThat(script.saved).hasSize(1);
        assertThat(script.announced).hasSize(1);
    }

    @Test
    void a_payment_that_was_allocated_before_has_no_effect() {
        script.repayments.put(
                new UUID(5, 1), new Known(new UUID(5, 1), new RepaymentSplit(0, 0, 58, 643, 0), false, null));

        allocate(List.of(event(1, 701, Status.SUCCEEDED, null)));

        assertThat(script.sent).isEmpty();
        assertThat(script.saved).isEmpty();
    }

    @Test
    void a_repayment_that_is_taken_back_is_undone_once_and_its_lenders_asked_for_it() {
        allocate(List.of(event(1, 701, Status.SUCCEEDED, null)));
        script.follow();

        allocate(List.of(event(1, 701, Status.REVERSED, null), event(1, 701, Status.REVERSED, null)));
        allocate(List.of(event(1, 701, Status.REVERSED, new RepaymentSplit(0, 0, 58, 643, 0))));

        assertThat(script.sent).hasSize(2);
        TakeBackRepayment back = (TakeBackRepayment) script.sent.get(1);
        assertThat(back.split()).isEqualTo(new RepaymentSplit(0, 0, 58, 643, 0));
        assertThat(back.parts()).isEqualTo(((DistributeRepayment) script.sent.get(0)).parts());
        assertThat(script.saved).hasSize(2);
        assertThat(script.saved.get(1).after().totals()).isEqualTo(account.totals());
        assertThat(script.saved.get(1).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.TAKEN_BACK);
            assertThat(entry.amounts().totalPaise()).isEqualTo(701);
        });
        assertThat(script.lowered.stream()
                        .mapToLong(PrincipalRepaid::principalPaise)
                        .sum())
                .as("the principal counts again")
                .isZero();
        assertThat(script.announced).hasSize(2);
    }

    @Test
    void what_is_taken_back_before_it_was_allocated_never_is() {
        allocate(List.of(event(1, 701, Status.REVERSED, null)));
        script.follow();
        allocate(List.of(event(1, 701, Status.SUCCEEDED, null)));
        allocate(List.of(event(2, 701, Status.SUCCEEDED, null), event(2, 701, Status.REVERSED, null)));

        assertThat(script.sent).isEmpty();
        assertThat(script.saved).isEmpty();
        assertThat(script.announced).isEmpty();
    }

    @Test
    void the_day_is_the_product_s_and_not_that_of_greenwich() {
        Instant stillJanuary = Instant.parse("2024-01-31T18:29:59Z");
        Instant february = Instant.parse("2024-01-31T18:30:00Z");

        allocate(List.of(event(1, 100, stillJanuary), event(2, 100, february)));

        assertThat(script.sent)
                .extracting(message -> ((DistributeRepayment) message).split().interestPaise())
                .as("ahead of time it repays principal, and on the day it pays the interest that is due")
                .containsExactly(0L, 58L);
    }

    @Test
    void nothing_is_sent_when_the_exposures_cannot_be_lowered() {
        script.exposures = repaid -> Mono.error(new IllegalStateException("no connection"));

        StepVerifier.create(useCase().allocate(List.of(event(1, 701, Status.SUCCEEDED, null))))
                .verifyErrorMessage("no connection");
        assertThat(script.sent).isEmpty();
    }

    @Test
    void cancelling_reaches_what_is_under_way() {
        TestPublisher<Void> never = TestPublisher.create();
        script.exposures = repaid -> never.mono();

        Disposable call = useCase()
                .allocate(List.of(event(1, 701, Status.SUCCEEDED, null)))
                .subscribe();
        never.assertSubscribers();
        call.dispose();

        never.assertCancelled();
        assertThat(script.sent).isEmpty();
    }

    private void allocate(List<PaymentChanged> events) {
        StepVerifier.create(useCase().allocate(events)).verifyComplete();
    }

    private AllocateRepayments useCase() {
        return new AllocateRepayments(
                script,
                script,
                changed -> Mono.fromCallable(() -> {
                    script.announced.addAll(changed);
                    return List.of();
                }),
                repaid -> script.exposures.lower(repaid),
                script::commit,
                Loans.INTEREST,
                Clock.fixed(FEBRUARY, ZoneOffset.UTC),
                ZoneId.of("Asia/Kolkata"));
    }

    private PaymentChanged event(int payment, long paise, Instant at) {
        return event(payment, paise, Status.SUCCEEDED, null, at);
    }

    private PaymentChanged event(int payment, long paise, Status status, @Nullable RepaymentSplit split) {
        return event(payment, paise, status, split, FEBRUARY);
    }

    private PaymentChanged event(int payment, long paise, Status status, @Nullable RepaymentSplit split, Instant at) {
        return new PaymentChanged(
                new UUID(6, payment),
                at,
                new UUID(5, payment),
                account.terms().loanId(),
                account.terms().borrowerId(),
                2,
                status,
                paise,
                null,
                null,
                split);
    }

    /** Ports that note what they are told. */
    private static final class Script implements HoldAccounts, RecordRepayments {

        private final Map<UUID, Account> accounts;
        private final Map<UUID, Known> repayments = new HashMap<>();
        private final List<Allocated> recorded = new ArrayList<>();
        private final List<AccountChange> saved = new ArrayList<>();
        private final List<AccountChange> latest = new ArrayList<>();
        private final List<AnnounceStanding.Changed> announced = new ArrayList<>();
        private final List<PrincipalRepaid> lowered = new ArrayList<>();
        private final List<Message> sent = new ArrayList<>();
        private LowerExposures exposures = repaid -> Mono.fromRunnable(() -> lowered.addAll(repaid));
        private int transactions;

        Script(Map<UUID, Account> accounts) {
            this.accounts = new LinkedHashMap<>(accounts);
        }

        Mono<Void> commit(List<PaymentChanged> events, Function<List<PaymentChanged>, Mono<List<Message>>> effect) {
            transactions++;
            return effect.apply(events).doOnNext(sent::addAll).then();
        }

        @Override
        public Mono<Map<UUID, Account>> lock(Collection<UUID> loanIds) {
            return Mono.just(accounts);
        }

        @Override
        public Mono<Void> save(List<AccountChange> changes) {
            return Mono.fromRunnable(() -> {
                saved.addAll(changes);
                latest.addAll(changes);
            });
        }

        /** The accounts are from now on as they were saved. */
        void follow() {
            latest.forEach(change -> accounts.put(change.loanId(), change.after()));
            latest.clear();
        }

        @Override
        public Mono<Map<UUID, Known>> find(Collection<UUID> paymentIds) {
            return Mono.just(Map.copyOf(repayments));
        }

        @Override
        public Mono<Void> record(List<Allocated> allocated) {
            return Mono.fromRunnable(() -> {
                recorded.addAll(allocated);
                allocated.forEach(each -> repayments.put(
                        each.paymentId(), new Known(each.paymentId(), each.split(), false, each.done())));
            });
        }

        @Override
        public Mono<Void> takeBack(List<TakenBack> gone) {
            RepaymentSplit nothing = new RepaymentSplit(0, 0, 0, 0, 0);
            return Mono.fromRunnable(() -> gone.forEach(each -> repayments.merge(
                    each.paymentId(),
                    new Known(each.paymentId(), nothing, true, null),
                    (before, now) -> new Known(before.paymentId(), before.split(), true, before.done()))));
        }
    }
}
