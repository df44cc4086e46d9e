package com.byajbook.loadtests.demo;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.client.SandboxControl;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What a borrower can do today, scene by scene. */
final class Stories {
    private static final long AMOUNT_PAISE = 2_000_000;
    private static final int TENURE_MONTHS = 12;
    private static final String PURPOSE = "Sewing machine";
    private static final String GOOD_CREDIT =
            "{\"score\":790,\"monthlyIncomePaise\":9000000,\"monthlyObligationsPaise\":0,\"p2pOutstandingPaise\":0}";
    private static final String POOR_CREDIT = "{\"score\":520,\"monthlyIncomePaise\":250000}";

    private final Stage stage;
    private final SandboxControl sandbox;
    private final Narrator narrator;
    private final List<Person> cast;
    private final List<Person> lenders;

    /**
     * @param cast four borrowers or more
     * @param lenders three
     */
    Stories(Stage stage, List<Person> cast, List<Person> lenders) {
        this.stage = stage;
        this.sandbox = stage.sandbox();
        this.narrator = stage.narrator();
        this.cast = cast;
        this.lenders = lenders;
    }

    void play() {
        cast.forEach(person -> sandbox.setCredit(person.id(), GOOD_CREDIT));
        try (Actor asha = borrower(0)) {
            quote(asha);
            UUID loan = offer(asha);
            documents(asha, loan);
            new LendingStory(stage, asha, lenders).play(loan);
            list(asha);
            strangers(loan);
        }
        refusal();
        hindi();
        referral();
    }

    private Actor borrower(int number) {
        return stage.enters(cast.get(number));
    }

    private void quote(Actor asha) {
        narrator.scene("Asha (" + asha + ") asks what 20,000 rupees over a year would cost. Nothing is stored.");
        JsonNode quote = asha.quotes(AMOUNT_PAISE, TENURE_MONTHS).json();
        narrator.says("An EMI of " + rupees(quote.path("emiPaise").asLong()) + ", "
                + rupees(quote.path("totalPayablePaise").asLong()) + " in all, APR "
                + quote.path("aprPct").asString() + " %, "
                + quote.path("schedule").size() + " instalments.");
    }

    private UUID offer(Actor asha) {
        narrator.scene(
                "Asha applies. 202 means: stored in PostgreSQL, whatever dies from now on. The decision comes live.");
        String key = PublicApi.freshKey();
        String body = PublicApi.application(AMOUNT_PAISE, TENURE_MONTHS, PURPOSE);
        String id = asha.applies(key, body).text("id");
        asha.hears(id, "OFFERED");
        asha.reads();

        narrator.scene(
                "Her network is bad, so the app sends the same request again: the same key, the same answer, one loan.");
        Answer again = asha.applies(key, body);
        Stage.require(again.text("id").equals(id), "a retry with the same key gave another id");
        narrator.says(
                "Idempotent-Replayed: " + again.header("Idempotent-Replayed").orElse("(absent)"));
        return UUID.fromString(id);
    }

    private void documents(Actor asha, UUID loan) {
        narrator.scene("She reads the key fact statement and the schedule before she agrees to anything.");
        String hash = asha.looksAt("/v1/loans/" + loan + "/kfs", 200).text("kfsHash");
        narrator.says("The hash of exactly this statement is what she would agree to: " + hash);
        JsonNode schedule =
                asha.looksAt("/v1/loans/" + loan + "/schedule", 200).json().path("schedule");
        narrator.says("First of " + schedule.size() + " instalments: " + schedule.path(0));
    }

    private void list(Actor asha) {
        narrator.scene("Her loans, newest first, a page at a time.");
        JsonNode page = asha.looksAt("/v1/loans?limit=1", 200).json();
        String next = page.path("next").asString("");
        narrator.says(next.isEmpty() ? "That was the only page." : "The next page is at ?cursor=" + next);
    }

    private void strangers(UUID loan) {
        narrator.scene("Somebody else asks for Asha's loan. For them it does not exist.");
        try (Actor stranger = borrower(1)) {
            stranger.looksAt("/v1/loans/" + loan, 404);
        }
    }

    private void refusal() {
        narrator.scene("The bureau knows Bilal with a score of 520 and a small income. A refusal names every reason.");
        Person bilal = cast.get(1);
        sandbox.setCredit(bilal.id(), POOR_CREDIT);
        try (Actor borrower = borrower(1)) {
            String id = borrower.applies(
                            PublicApi.freshKey(), PublicApi.application(AMOUNT_PAISE, TENURE_MONTHS, "Two goats"))
                    .text("id");
            JsonNode declined = borrower.hears(id, "DECLINED").json();
            narrator.says("Reasons: " + declined.path("reasons"));
            borrower.reads();
        } finally {
            sandbox.setCredit(bilal.id(), GOOD_CREDIT);
        }
    }

    private void hindi() {
        narrator.scene("Chandni wants Hindi, on WhatsApp.");
        try (Actor chandni = borrower(2)) {
            chandni.prefers("{\"language\":\"hi\",\"channels\":[\"WHATSAPP\",\"SMS\"]}");
            String id = chandni.applies(
                            PublicApi.freshKey(), PublicApi.application(AMOUNT_PAISE, TENURE_MONTHS, "Tuition fees"))
                    .text("id");
            chandni.hears(id, "OFFERED");
            chandni.reads();
        }
    }

    /** Last, because the breaker in front of the bureau needs a moment to trust it again. */
    private void referral() {
        narrator.scene(
                "The credit bureau hangs. Dev's application is not lost and does not wait: a person will look at it.");
        sandbox.setPartner("bureau", "{\"outage\":\"HANG\"}");
        try (Actor dev = borrower(3)) {
            String id = dev.applies(
                            PublicApi.freshKey(), PublicApi.application(AMOUNT_PAISE, TENURE_MONTHS, "Auto repair"))
                    .text("id");
            dev.hears(id, "REFERRED");
            dev.reads();
        } finally {
            sandbox.setPartner("bureau", "{\"outage\":\"NONE\"}");
        }
    }

    static String rupees(long paise) {
        return String.format(Locale.ROOT, "₹%d.%02d", paise / 100, paise % 100);
    }
}
