package com.byajbook.loadtests.demo;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One loan from its offer to its end: three lenders fund it, it is paid out, paid back, and each gets its exact part. */
final class LendingStory {
    private static final List<String> NAMES = List.of("Esha", "Farhan", "Gita");
    private static final List<Long> PARTS = List.of(700_000L, 650_000L, 650_000L);
    private static final long PART_PAYMENT = 50_000;

    private final Stage stage;
    private final Narrator narrator;
    private final Actor asha;
    private final List<Person> lenders;

    /** @param lenders three */
    LendingStory(Stage stage, Actor asha, List<Person> lenders) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.asha = asha;
        this.lenders = lenders;
    }

    void play(UUID loan) {
        agreement(loan);
        List<Actor> actors = new ArrayList<>();
        try {
            lenders.forEach(person -> actors.add(stage.enters(person)));
            funding(loan, actors);
            disbursal(loan, actors);
            partPayment(loan);
            closing(loan);
            shares(loan, actors);
        } finally {
            actors.forEach(Actor::close);
        }
    }

    private void agreement(UUID loan) {
        narrator.scene("She agrees to exactly the statement that she read. The loan is listed, without her name.");
        String hash = asha.looksAt("/v1/loans/" + loan + "/kfs", 200).text("kfsHash");
        var unused = asha.asks("/v1/loans/" + loan + "/acceptance", PublicApi.acceptance(hash));
        asha.hears(loan.toString(), "LISTED");
        asha.reads();
    }

    private void funding(UUID loan, List<Actor> actors) {
        narrator.scene(
                "Three lenders pay into their wallets by UPI and promise a part each. The money is held, not taken.");
        for (int i = 0; i < actors.size(); i++) {
            Actor lender = actors.get(i);
            narrator.says(NAMES.get(i) + " (" + lender + "):");
            String deposit = lender.asks("/v1/wallet/deposits", PublicApi.amount(PARTS.get(i)))
                    .text("id");
            lender.hears(deposit, "SUCCEEDED");
            String commitment = lender.asks("/v1/loans/" + loan + "/commitments", PublicApi.amount(PARTS.get(i)))
                    .text("id");
            lender.hears(commitment, "HELD");
        }
    }

    private void disbursal(UUID loan, List<Actor> actors) {
        narrator.scene(
                "With the last part the loan is full: agreement made, funds formed, paid out by UPI, all by itself.");
        asha.hears(loan.toString(), "ACTIVE");
        asha.reads();
        narrator.says("What the lenders held works now:");
        JsonNode wallet = actors.get(0).looksAt("/v1/wallet", 200).json();
        Stage.require(wallet.path("heldPaise").asLong() == 0, "a paid out loan still holds money");
    }

    private void partPayment(UUID loan) {
        narrator.scene(
                "She pays 500 rupees before anything is due: PENDING at once, SUCCEEDED when the signed webhook is in. It"
                        + " lowers her principal.");
        String payment = asha.pays(PublicApi.payment(loan, PART_PAYMENT)).text("id");
        asha.hears(payment, "SUCCEEDED");
        asha.hearsOf(payment, event -> event.json().path("split").isObject());
        JsonNode split = asha.looksAt("/v1/payments/" + payment, 200).json().path("split");
        Stage.require(split.path("principalPaise").asLong() == PART_PAYMENT, "the part payment paid " + split);
    }

    private void closing(UUID loan) {
        narrator.scene("What would close the loan today? She pays exactly that, and it is closed.");
        JsonNode quote =
                asha.looksAt("/v1/loans/" + loan + "/foreclosure-quote", 200).json();
        long payoff = quote.path("totalPaise").asLong();
        String payment = asha.pays(PublicApi.payment(loan, payoff)).text("id");
        asha.hears(payment, "SUCCEEDED");
        asha.hearsOf(payment, event -> event.json().path("split").isObject());
        asha.hears(loan.toString(), "CLOSED");
        asha.reads();
    }

    private void shares(UUID loan, List<Actor> actors) {
        narrator.scene(
                "Each lender has its exact part back, to the paisa; it leaves for their banks the next working day.");
        for (int i = 0; i < actors.size(); i++) {
            long proceeds = actors.get(i)
                    .looksAt("/v1/wallet", 200)
                    .json()
                    .path("proceedsPaise")
                    .asLong();
            narrator.says(
                    NAMES.get(i) + " lent " + Stories.rupees(PARTS.get(i)) + " and gets " + Stories.rupees(proceeds));
            Stage.require(proceeds >= PARTS.get(i), NAMES.get(i) + " got back less than was lent");
        }
        JsonNode share =
                actors.get(0).looksAt("/v1/portfolio", 200).json().path("items").path(0);
        Stage.require(share.path("loanId").asString("").equals(loan.toString()), "the portfolio begins with " + share);
    }
}
