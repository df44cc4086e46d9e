package com.byajbook.loadtests.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.loadtests.client.Answer;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.Patience;
import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.model.Deal.Stage;
import com.byajbook.loadtests.model.Fate.Foresight;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.verdict.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** One step after the other, drawn by a seed: each is foreseen, done as an app does it, and compared. */
final class Lives {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Set<String> NOT_ENDED = Set.of("PENDING", "UNKNOWN");
    private static final Set<String> ON_ITS_WAY = Set.of("PENDING", "UNKNOWN", "SUCCEEDED");
    private static final List<Service> MORTALS =
            List.of(Service.LOAN_ENGINE, Service.PAYMENT_FLOW, Service.API, Service.NOTIFICATIONS);

    private final Town town;
    private final Economy economy;
    private final Random random;
    private final List<String> history = new ArrayList<>();
    private final List<Request> accepted = new ArrayList<>();
    private final Set<Foresight> seen = EnumSet.noneOf(Foresight.class);
    private int refusals;
    private int deathsLeft;

    /** Something that was accepted and may come again. */
    private record Request(Person person, String path, String key, String body, String id) {}

    /** @param deaths how often at most a service is killed right after it or another one said yes */
    Lives(Town town, long seed, int lenders, int deaths) {
        this.town = town;
        this.random = new Random(seed);
        this.economy = new Economy(town, lenders);
        this.deathsLeft = deaths;
    }

    /** What was done so far, a line a step. */
    String history() {
        return String.join("\n  ", history);
    }

    Economy economy() {
        return economy;
    }

    /** Whether the run has seen all that it is for: money of every fate, promises kept and refused, a loan to its end. */
    boolean hasSeenEverything() {
        return seen.containsAll(EnumSet.allOf(Foresight.class))
                && refusals > 0
                && economy.deals().stream().anyMatch(deal -> deal.stage() == Stage.CLOSED);
    }

    void step() {
        int dice = random.nextInt(100);
        if (dice < 7 || none(Stage.OFFERED, Stage.LISTED, Stage.ACTIVE)) {
            apply();
        } else if (dice > 50 && none(Stage.LISTED, Stage.ACTIVE)) {
            agree();
        } else if (dice < 30) {
            deposit();
        } else if (dice < 40) {
            agree();
        } else if (dice < 70) {
            promise();
        } else if (dice < 92) {
            repay();
        } else if (dice < 94) {
            leave();
        } else {
            comeAgain();
        }
    }

    private void apply() {
        Person borrower = town.newcomer();
        long amount = (5 + random.nextInt(20)) * 100_000L;
        String body = PublicApi.application(amount, 6 + random.nextInt(18), "Lives");
        tell("somebody applies for " + amount);
        UUID id = ask(new Wish(Wish.Kind.LOAN, borrower, PublicApi.freshKey()), body);
        Deal deal = new Deal(economy.deals().size() + 1, id, borrower, amount);
        economy.deals().add(deal);
        await(borrower, "/v1/loans/" + id, Stage.OFFERED.name());
    }

    private void deposit() {
        Purse purse = any(economy.purses());
        long paise = 200_000L + random.nextInt(3_000_000);
        Fate fate = fate(paise);
        tell(purse.name() + " deposits " + paise + ", which " + fate);
        Wish wish = new Wish(Wish.Kind.DEPOSIT, purse.owner(), PublicApi.freshKey());
        UUID id = ask(wish, "{\"amountPaise\":" + paise + "}");
        if (arrives(fate, purse.owner(), Wish.Kind.DEPOSIT.path() + "/" + id)) {
            purse.takeIn(paise);
        }
    }

    /** To the statement that was shown, or to another; or once more. */
    private void agree() {
        Deal deal = preferably(known -> known.stage() == Stage.OFFERED);
        boolean shown = random.nextInt(6) > 0;
        String hash = shown ? shownHash(deal) : "0".repeat(64);
        tell("the borrower agrees to " + (shown ? "what was shown of " : "something else than ") + deal);
        Answer answer =
                post(deal.borrower(), "/v1/loans/" + deal.id() + "/acceptance", "{\"kfsHash\":\"" + hash + "\"}");
        if (shown && deal.stage() == Stage.OFFERED) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
            deal.list();
        } else {
            assertRefused(answer);
        }
    }

    private void promise() {
        Deal deal = preferably(known -> known.stage() == Stage.LISTED);
        Purse lender = any(economy.purses());
        long paise = promised(deal, lender);
        Set<String> objections = deal.objections(lender, paise);
        tell(lender.name() + " promises " + paise + " to " + deal + ", objections " + objections);
        String body = "{\"amountPaise\":" + paise + "}";
        Answer answer = post(lender.owner(), "/v1/loans/" + deal.id() + "/commitments", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        String path = "/v1/commitments/" + answer.text("id");
        if (objections.isEmpty()) {
            deal.give(lender, paise);
            await(lender.owner(), path, deal.stage() == Stage.ACTIVE ? "INVESTED" : "HELD");
        } else {
            refusals++;
            await(lender.owner(), path, "REFUSED");
            assertThat(objections).contains(town.api().get(lender.owner(), path).text("reason"));
        }
    }

    private long promised(Deal deal, Purse lender) {
        long most = Math.min(lender.available(), Math.min(deal.left(), Deal.PAIR_CAP));
        return switch (random.nextInt(8)) {
            case 0 -> deal.left() + 1 + random.nextInt(100_000);
            case 1 -> 1 + random.nextInt((int) Deal.LEAST);
            case 2 -> lender.available() + 1;
            case 3, 4 -> Deal.LEAST + random.nextInt((int) Math.max(1, most));
            default -> Math.max(1, Math.min(deal.left(), Math.max(Deal.LEAST, lender.available())));
        };
    }

    private void repay() {
        Deal deal = preferably(known -> known.stage() == Stage.ACTIVE);
        if (deal.stage() == Stage.OFFERED || deal.stage() == Stage.LISTED) {
            return;
        }
        boolean active = deal.stage() == Stage.ACTIVE;
        long payoff = active ? payoff(deal) : 0;
        long paise = payment(payoff);
        Fate fate = fate(paise);
        tell("the borrower pays " + paise + " of " + payoff + ", which " + fate + ", for " + deal);
        Wish wish = new Wish(Wish.Kind.PAYMENT, deal.borrower(), PublicApi.freshKey());
        if (!active) {
            assertRefused(town.ask(wish, PublicApi.payment(deal.id(), paise)));
            town.witness().refused(wish);
            return;
        }
        UUID id = ask(wish, PublicApi.payment(deal.id(), paise));
        if (arrives(fate, deal.borrower(), Wish.Kind.PAYMENT.path() + "/" + id)) {
            allocated(deal, Wish.Kind.PAYMENT.path() + "/" + id, paise, payoff);
        }
    }

    private void allocated(Deal deal, String path, long paise, long payoff) {
        Patience.until(
                () -> town.api().get(deal.borrower(), path).json().path("split").isObject(),
                SOON,
                () -> path + " is never allocated: " + town.api().get(deal.borrower(), path));
        var split = town.api().get(deal.borrower(), path).json().path("split");
        long principal = split.path("principalPaise").asLong();
        long interest = split.path("interestPaise").asLong();
        long excess = split.path("excessPaise").asLong();
        long rest = split.path("penaltyPaise").asLong() + split.path("feePaise").asLong();
        assertThat(principal + interest + excess + rest).as("the split").isEqualTo(paise);
        assertThat(excess).as("what was too much").isEqualTo(Math.max(0, paise - payoff));
        assertThat(rest).as("penalties and fees of a loan on its first day").isZero();
        deal.collect(principal, interest);
    }

    private long payment(long payoff) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> Math.max(1, payoff);
            case 2 -> payoff + 1 + random.nextInt(50_000);
            default -> 1 + random.nextInt((int) Math.max(1, payoff));
        };
    }

    /** As long as no money is on its way. */
    private void leave() {
        Deal deal = preferably(known -> known.stage() == Stage.OFFERED || known.stage() == Stage.LISTED);
        if (deal.stage() == Stage.ACTIVE) {
            return;
        }
        tell("the borrower leaves " + deal);
        Answer answer = post(deal.borrower(), "/v1/loans/" + deal.id() + "/cancellation", "");
        if (deal.stage() == Stage.OFFERED || deal.stage() == Stage.LISTED) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
            deal.cancel();
        } else {
            assertRefused(answer);
        }
    }

    /** A request that was accepted comes again, with its key: the same answer, and nothing happens. */
    private void comeAgain() {
        if (accepted.isEmpty()) {
            return;
        }
        Request before = any(accepted);
        tell("once more " + before.path() + " with the key " + before.key());
        Answer answer = town.api().post(before.person(), before.path(), before.key(), before.body());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        assertThat(answer.text("id")).isEqualTo(before.id());
    }

    private UUID ask(Wish wish, String body) {
        Answer answer = town.ask(wish, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        accepted.add(new Request(wish.person(), wish.kind().path(), wish.key(), body, answer.text("id")));
        perhapsKill();
        return UUID.fromString(answer.text("id"));
    }

    private Answer post(Person person, String path, String body) {
        String key = PublicApi.freshKey();
        Answer answer = town.api().post(person, path, key, body);
        if (answer.isAccepted()) {
            accepted.add(new Request(person, path, key, body, answer.text("id")));
            perhapsKill();
        }
        return answer;
    }

    private void perhapsKill() {
        if (deathsLeft == 0 || random.nextInt(20) > 0) {
            return;
        }
        deathsLeft--;
        Service service = any(MORTALS);
        tell("... and kill -9 of " + service);
        town.platform().process(service).kill();
        town.platform().mend();
    }

    private Fate fate(long paise) {
        Fate fate = random.nextInt(3) > 0 ? Fate.ARRIVES : any(List.of(Fate.values()));
        town.sandbox().setUpi(fate.ofAmount(paise));
        return fate;
    }

    /** Watches the money until it is sure what became of it. @return whether it came */
    private boolean arrives(Fate fate, Person person, String path) {
        seen.add(fate.foresight());
        if (fate.foresight() == Foresight.REFUSAL) {
            await(person, path, "FAILED");
            return false;
        }
        if (fate.foresight() == Foresight.UNKNOWN) {
            String status = town.api().get(person, path).text("status");
            assertThat(ON_ITS_WAY).as("nobody may say yet that it failed").contains(status);
            if (NOT_ENDED.contains(status)) {
                history.add("  (" + status + " at first)");
            }
        }
        await(person, path, "SUCCEEDED");
        return true;
    }

    private void await(Person person, String path, String status) {
        Patience.until(
                () -> town.api().get(person, path).text("status").equals(status),
                SOON,
                () -> path + " is not " + status + " but " + town.api().get(person, path));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
    }

    private String shownHash(Deal deal) {
        return town.api()
                .get(deal.borrower(), "/v1/loans/" + deal.id() + "/kfs")
                .text("kfsHash");
    }

    private long payoff(Deal deal) {
        return town.api()
                .get(deal.borrower(), "/v1/loans/" + deal.id() + "/foreclosure-quote")
                .json()
                .path("totalPaise")
                .asLong();
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private boolean none(Stage... stages) {
        return economy.deals().stream().noneMatch(deal -> List.of(stages).contains(deal.stage()));
    }

    /** One of those, nearly always; now and then any, to see it refused. */
    private Deal preferably(Predicate<Deal> wanted) {
        List<Deal> found = economy.deals().stream().filter(wanted).toList();
        return any(found.isEmpty() || random.nextInt(8) == 0 ? economy.deals() : found);
    }

    private void tell(String step) {
        history.add(history.size() + ". " + step);
    }
}
