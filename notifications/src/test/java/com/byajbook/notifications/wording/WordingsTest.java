package com.byajbook.notifications.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.notifications.wording.Notice.Kind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WordingsTest {
    private static final Map<String, String> OFFER = Map.of(
            "amount", "₹1,50,000.00",
            "annualRate", "15",
            "apr", "17.07",
            "emi", "₹7,273.00",
            "total", "₹1,74,552.00");

    private final Wordings wordings = Wordings.load();

    @Test
    void offers_a_loan() {
        Notice offer = new Notice(Kind.LOAN_OFFERED, OFFER, 24, List.of());

        assertThat(english(offer))
                .isEqualTo(
                        "ByajBook: Asha, your loan offer is ready: ₹1,50,000.00 for 24 months at 15% a year (APR 17.07%). "
                                + "EMI ₹7,273.00, ₹1,74,552.00 in all. Read the key facts in the app before you accept.");
        assertThat(hindi(offer))
                .isEqualTo(
                        "ByajBook: आशा जी, आपका लोन ऑफ़र तैयार है: ₹1,50,000.00, 24 महीने के लिए, 15% सालाना ब्याज पर (APR 17.07%)। "
                                + "EMI ₹7,273.00, कुल ₹1,74,552.00। स्वीकार करने से पहले ऐप में मुख्य तथ्य पढ़ें।");
    }

    @Test
    void says_one_month_and_not_one_months() {
        Notice offer = new Notice(Kind.LOAN_OFFERED, OFFER, 1, List.of());

        assertThat(english(offer)).contains("for 1 month at");
        assertThat(hindi(offer)).contains("1 महीने के लिए");
    }

    @Test
    void declines_with_every_reason_in_words() {
        Notice declined = new Notice(
                Kind.LOAN_DECLINED,
                Map.of("amount", "₹5,00,000.00"),
                12,
                List.of("SCORE_BELOW_CUT_OFF", "NOT_AFFORDABLE"));

        assertThat(english(declined))
                .isEqualTo(
                        "ByajBook: Asha, we cannot offer you the loan of ₹5,00,000.00 at this time, because your credit score is "
                                + "too low; also the EMIs would take too much of your monthly income.");
        assertThat(hindi(declined))
                .isEqualTo(
                        "ByajBook: आशा जी, हम इस समय आपको ₹5,00,000.00 का लोन नहीं दे सकते। कारण: आपका क्रेडिट स्कोर कम है; और EMI "
                                + "आपकी मासिक आय का बहुत बड़ा हिस्सा ले लेगी।");
    }

    @Test
    void refers_an_application() {
        Notice referred =
                new Notice(Kind.LOAN_REFERRED, Map.of("amount", "₹20,000.00"), 6, List.of("BUREAU_UNAVAILABLE"));

        assertThat(english(referred))
                .isEqualTo(
                        "ByajBook: Asha, your application for ₹20,000.00 needs a closer look, because the credit bureau could not "
                                + "give us your report. We will write again soon; there is nothing that you need to do.");
        assertThat(hindi(referred))
                .isEqualTo(
                        "ByajBook: आशा जी, ₹20,000.00 के लिए आपके आवेदन की जाँच हमारी टीम कर रही है। कारण: क्रेडिट ब्यूरो से आपकी "
                                + "रिपोर्ट नहीं मिल सकी। हम जल्द ही फिर लिखेंगे; आपको कुछ करने की ज़रूरत नहीं है।");
    }

    @Test
    void thanks_for_a_payment() {
        Notice paid =
                new Notice(Kind.PAYMENT_SUCCEEDED, Map.of("amount", "₹7,273.00", "utr", "412345678901"), 0, List.of());

        assertThat(english(paid))
                .isEqualTo("ByajBook: Asha, we received your payment of ₹7,273.00. UTR 412345678901. Thank you.");
        assertThat(hindi(paid))
                .isEqualTo("ByajBook: आशा जी, आपका ₹7,273.00 का भुगतान मिल गया। UTR 412345678901। धन्यवाद।");
    }

    @Test
    void tells_that_a_payment_failed_and_why() {
        Notice failed =
                new Notice(Kind.PAYMENT_FAILED, Map.of("amount", "₹7,273.00"), 0, List.of("INSUFFICIENT_FUNDS"));

        assertThat(english(failed))
                .isEqualTo(
                        "ByajBook: Asha, your payment of ₹7,273.00 did not go through, because there was not enough money in the "
                                + "account. If your account was debited, your bank will return the money.");
        assertThat(hindi(failed))
                .isEqualTo(
                        "ByajBook: आशा जी, आपका ₹7,273.00 का भुगतान नहीं हो पाया। कारण: खाते में पर्याप्त पैसे नहीं थे। अगर आपके खाते से "
                                + "पैसे कटे हैं, तो आपका बैंक उन्हें लौटा देगा।");
    }

    @Test
    void says_when_the_first_payment_is_due() {
        Notice active = new Notice(
                Kind.LOAN_ACTIVE,
                Map.of("amount", "₹1,50,000.00", "due", "₹7,273.00", "dueOn", "22-12-2026"),
                0,
                List.of());

        assertThat(english(active))
                .isEqualTo(
                        "ByajBook: Asha, your loan of ₹1,50,000.00 is paid out: the money is on its way to your bank account. "
                                + "Your first payment of ₹7,273.00 is due on 22-12-2026.");
        assertThat(hindi(active)).contains("₹1,50,000.00", "₹7,273.00 की है, 22-12-2026 तक।");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OFFER_EXPIRED",
                "LISTING_EXPIRED",
                "CANCELLED_BY_BORROWER",
                "DISBURSAL_FAILED",
                "DISBURSAL_REVERSED",
                "LOAN_NOT_LISTED",
                "OWN_LOAN",
                "MORE_THAN_LEFT",
                "BELOW_MINIMUM",
                "TOO_MANY_LENDERS",
                "LENDER_LIMIT_EXCEEDED",
                "PAIR_LIMIT_EXCEEDED"
            })
    void has_words_for_every_reason_why_money_did_not_go_into_a_loan(String code) {
        Notice released = new Notice(Kind.COMMITMENT_RELEASED, Map.of("amount", "₹5,000.00"), 0, List.of(code));
        Notice unknown = new Notice(Kind.COMMITMENT_RELEASED, Map.of("amount", "₹5,000.00"), 0, List.of("NEW"));

        assertThat(english(released)).contains("₹5,000.00").isNotEqualTo(english(unknown));
        assertThat(hindi(released)).contains("₹5,000.00").isNotEqualTo(hindi(unknown));
    }

    @Test
    void has_general_words_for_reasons_that_are_new_to_it() {
        assertThat(english(new Notice(
                        Kind.LOAN_DECLINED, Map.of("amount", "₹1.00"), 1, List.of("NEW_RULE", "NEWER_RULE"))))
                .endsWith("because it did not meet our conditions.");
        assertThat(english(new Notice(Kind.PAYMENT_FAILED, Map.of("amount", "₹1.00"), 0, List.of())))
                .contains("because your bank or UPI app did not complete it");
        assertThat(english(new Notice(Kind.COMMITMENT_REFUSED, Map.of("amount", "₹1.00"), 0, List.of("NEW"))))
                .contains("because it did not meet the conditions for lending");
        assertThat(english(new Notice(Kind.LOAN_CANCELLED, Map.of("amount", "₹1.00"), 0, List.of())))
                .contains("because it could not be completed");
    }

    @Test
    void takes_a_name_as_it_is_written() {
        Notice paid = new Notice(Kind.PAYMENT_SUCCEEDED, Map.of("amount", "₹1.00", "utr", "1"), 0, List.of());

        assertThat(wordings.say(paid, "A$1 {utr} \\", Language.ENGLISH)).startsWith("ByajBook: A$1 {utr} \\, we");
    }

    @ParameterizedTest
    @EnumSource
    void leaves_no_placeholder_in_any_text(Kind kind) {
        Map<String, String> facts = new HashMap<>();
        kind.placeholders().forEach(name -> facts.put(name, "<" + name + ">"));

        for (Language language : Language.values()) {
            assertThat(wordings.say(new Notice(kind, facts, 2, List.of()), "Asha", language))
                    .doesNotContain("{", "}");
        }
    }

    @Test
    void refuses_texts_that_are_missing_or_name_what_nothing_fills_in() {
        Map<String, String> texts = new HashMap<>();
        Arrays.stream(Kind.values()).forEach(kind -> texts.put(kind.key(), "Hello {name}"));
        texts.putAll(
                Map.of("tenure.one", "1", "tenure.many", "{count}", "reasons.separator", ";", "reason.other", "?"));
        texts.put("payment.failed", "Hello {nmae}, {utr}");
        texts.remove("loan.referred");

        assertThatThrownBy(() -> new Wordings(Map.of(Language.HINDI, Phrases.of(texts))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "hi: 'loan.referred' is missing",
                        "hi: 'payment.failed' uses {nmae}, which nothing fills in",
                        "hi: 'payment.failed' uses {utr}, which nothing fills in",
                        "hi: 'reason.payment.other' is missing");
    }

    @Test
    void speaks_english_to_those_whose_language_it_does_not_know() {
        assertThat(Language.of("hi")).isEqualTo(Language.HINDI);
        assertThat(Language.of("ta")).isEqualTo(Language.ENGLISH);
    }

    private String english(Notice notice) {
        return wordings.say(notice, "Asha", Language.ENGLISH);
    }

    private String hindi(Notice notice) {
        return wordings.say(notice, "आशा", Language.HINDI);
    }
}
