package com.byajbook.loanengine.underwriting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.byajbook.loanengine.underwriting.domain.Decision.Declined;
import com.byajbook.loanengine.underwriting.domain.Decision.Offered;
import com.byajbook.loanengine.underwriting.domain.Decision.Referred;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionPolicyTest {

    private final DecisionPolicy policy = new DecisionPolicy(Cases.RULES);

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("an unverified identity", Cases.good().kyc(false), Reason.KYC_INCOMPLETE),
                argumentSet(
                        "a paisa below the smallest loan",
                        Cases.good().amount(1_000_00 - 1),
                        Reason.AMOUNT_BELOW_MINIMUM),
                argumentSet(
                        "a paisa above the largest loan",
                        Cases.good().amount(5_00_000_00 + 1),
                        Reason.AMOUNT_ABOVE_MAXIMUM),
                argumentSet("a month too short", Cases.good().tenure(2), Reason.TENURE_TOO_SHORT),
                argumentSet("a month too long", Cases.good().tenure(37), Reason.TENURE_TOO_LONG),
                argumentSet("a point below the cut-off", Cases.good().score(649), Reason.SCORE_BELOW_CUT_OFF),
                argumentSet(
                        "a paisa over the cap with what is owed on all platforms",
                        Cases.good().outstanding(10_00_000_00 - 50_000_00 + 1),
                        Reason.BORROWER_LIMIT_EXCEEDED),
                argumentSet(
                        "a paisa over the cap with what is open here",
                        Cases.good().openOffers(10_00_000_00 - 50_000_00 + 1),
                        Reason.BORROWER_LIMIT_EXCEEDED),
                argumentSet(
                        "neither alone, but both together over the cap",
                        Cases.good().outstanding(5_00_000_00).openOffers(4_50_000_00 + 1),
                        Reason.BORROWER_LIMIT_EXCEEDED),
                argumentSet(
                        "a paisa more than half of the income for instalments",
                        Cases.good().income(40_000_00).obligations(15_000_00).instalment(5_000_00 + 1),
                        Reason.NOT_AFFORDABLE),
                argumentSet(
                        "obligations that exceed the share already",
                        Cases.good()
                                .income(40_000_00)
                                .obligations(20_000_00 + 1)
                                .instalment(1),
                        Reason.NOT_AFFORDABLE),
                argumentSet("no income", Cases.good().income(0), Reason.NOT_AFFORDABLE));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void declines(Cases refused, Reason reason) {
        assertThat(policy.decide(refused.build(), Cases::terms)).isEqualTo(new Declined(List.of(reason)));
    }

    static Stream<Arguments> offers() {
        return Stream.of(
                argumentSet("a good application", Cases.good()),
                argumentSet("the smallest loan", Cases.good().amount(1_000_00)),
                argumentSet("the largest loan", Cases.good().amount(5_00_000_00)),
                argumentSet("the shortest tenure", Cases.good().tenure(3)),
                argumentSet("the longest tenure", Cases.good().tenure(36)),
                argumentSet("the cut-off score itself", Cases.good().score(650)),
                argumentSet(
                        "exactly the cap", Cases.good().outstanding(5_00_000_00).openOffers(4_50_000_00)),
                argumentSet(
                        "exactly half of the income",
                        Cases.good().income(40_000_00).obligations(15_000_00).instalment(5_000_00)));
    }

    @ParameterizedTest
    @MethodSource("offers")
    void offers(Cases lendable) {
        assertThat(policy.decide(lendable.build(), Cases::terms)).isEqualTo(new Offered(Cases.terms()));
    }

    @Test
    void names_every_reason_at_once() {
        Case hopeless = Cases.good()
                .kyc(false)
                .amount(Long.MAX_VALUE)
                .tenure(Integer.MAX_VALUE)
                .score(300)
                .outstanding(10_00_000_00)
                .openOffers(10_00_000_00)
                .instalment(Long.MAX_VALUE)
                .build();

        assertThat(policy.decide(hopeless, Cases::terms))
                .isEqualTo(new Declined(List.of(
                        Reason.KYC_INCOMPLETE,
                        Reason.AMOUNT_ABOVE_MAXIMUM,
                        Reason.TENURE_TOO_LONG,
                        Reason.SCORE_BELOW_CUT_OFF,
                        Reason.BORROWER_LIMIT_EXCEEDED,
                        Reason.NOT_AFFORDABLE)));
    }

    @Test
    void names_the_opposite_reasons_at_once_too() {
        Case tiny = Cases.good().amount(1).tenure(1).build();

        assertThat(policy.decide(tiny, Cases::terms))
                .isEqualTo(new Declined(List.of(Reason.AMOUNT_BELOW_MINIMUM, Reason.TENURE_TOO_SHORT)));
    }

    @Test
    void refers_what_it_cannot_judge_without_a_report() {
        assertThat(policy.decide(Cases.good().noReport().build(), Cases::terms))
                .isEqualTo(new Referred(List.of(Reason.BUREAU_UNAVAILABLE)));
    }

    @Test
    void declines_what_is_certain_even_without_a_report() {
        Case unverified =
                Cases.good().noReport().kyc(false).openOffers(10_00_000_00).build();

        assertThat(policy.decide(unverified, Cases::terms))
                .isEqualTo(new Declined(List.of(Reason.KYC_INCOMPLETE, Reason.BORROWER_LIMIT_EXCEEDED)));
    }

    @Test
    void asks_for_terms_only_to_offer_them() {
        AtomicInteger asked = new AtomicInteger();

        Decision declined = policy.decide(Cases.good().kyc(false).build(), () -> {
            asked.incrementAndGet();
            return Cases.terms();
        });

        assertThat(declined).isInstanceOf(Declined.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void nobody_is_refused_without_a_reason() {
        assertThatThrownBy(() -> new Declined(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Referred(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
