package com.byajbook.loadtests.bench.openloop;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.lending.FundedLoans;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which requests are sent: so many of each kind in a hundred, spread over all people. */
public final class Mix {
    private static final int HUNDRED = 100;
    private static final long SMALL_LOAN_PAISE = 1_000_000;
    private static final int GREEDY = 5;

    private final Map<Kind, List<Template>> templates = new EnumMap<>(Kind.class);
    private final List<Kind> order;
    private long next;

    private Mix(List<Kind> order) {
        this.order = order;
    }

    /** Somebody with a loan that is paid out, who has paid and can pay. */
    public record Payer(Person person, UUID loan, UUID payment) {}

    /**
     * A mix.
     *
     * @param shares in hundredths, together 100
     * @param people who ask for loans and quotes
     * @param payers who pay and read
     */
    public static Mix of(URI api, Map<Kind, Integer> shares, List<Person> people, List<Payer> payers) {
        Mix mix = new Mix(interleaved(shares));
        String host = "127.0.0.1:" + api.getPort();
        String run = UUID.randomUUID().toString().substring(0, 8);
        for (Kind kind : shares.keySet()) {
            List<Template> ofKind = new ArrayList<>();
            if (kind == Kind.LOAN || kind == Kind.QUOTE) {
                people.forEach(person -> ofKind.add(ofPerson(kind, host, person, run)));
            } else if (kind == Kind.GREEDY_LOAN) {
                people.stream().limit(GREEDY).forEach(person -> ofKind.add(ofPerson(kind, host, person, run)));
            } else {
                payers.forEach(payer -> ofKind.add(ofPayer(kind, host, payer, run)));
            }
            mix.templates.put(kind, ofKind);
        }
        return mix;
    }

    private static Template ofPerson(Kind kind, String host, Person person, String run) {
        return kind != Kind.QUOTE
                ? Template.post(
                        kind,
                        host,
                        "/v1/loans",
                        person.token(),
                        "open-" + run + "-",
                        PublicApi.application(SMALL_LOAN_PAISE, 12, "Stock before Diwali"))
                : Template.post(
                        kind,
                        host,
                        "/v1/quotes",
                        person.token(),
                        "open-" + run + "-",
                        "{\"amountPaise\":5000000,\"tenureMonths\":12}");
    }

    private static Template ofPayer(Kind kind, String host, Payer payer, String run) {
        String token = payer.person().token();
        return switch (kind) {
            case PAYMENT ->
                Template.post(
                        kind,
                        host,
                        "/v1/payments",
                        token,
                        "open-" + run + "-",
                        PublicApi.payment(payer.loan(), FundedLoans.PAYMENT_PAISE));
            case PAYMENT_STATUS -> Template.get(kind, host, "/v1/payments/" + payer.payment(), token);
            case LOAN_STATUS -> Template.get(kind, host, "/v1/loans/" + payer.loan(), token);
            case LOAN_LIST -> Template.get(kind, host, "/v1/loans?limit=5", token);
            case LOAN, GREEDY_LOAN, QUOTE -> throw new IllegalArgumentException(kind + " is everybody's");
        };
    }

    /** Spread evenly, so that each short stretch has the mix too. */
    private static List<Kind> interleaved(Map<Kind, Integer> shares) {
        if (shares.values().stream().mapToInt(Integer::intValue).sum() != HUNDRED) {
            throw new IllegalArgumentException("the shares are hundredths: " + shares);
        }
        List<Kind> order = new ArrayList<>(HUNDRED);
        Map<Kind, Integer> debts = new EnumMap<>(Kind.class);
        shares.keySet().forEach(kind -> debts.put(kind, 0));
        for (int i = 0; i < HUNDRED; i++) {
            shares.forEach((kind, share) -> debts.merge(kind, share, Integer::sum));
            Kind most = debts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            debts.merge(most, -HUNDRED, Integer::sum);
            order.add(most);
        }
        return order;
    }

    Template next() {
        long number = next++;
        Kind kind = order.get((int) (number % HUNDRED));
        List<Template> ofKind = templates.get(kind);
        if (ofKind == null) {
            throw new IllegalStateException("nothing was prepared for " + kind);
        }
        return ofKind.get((int) ((number * 7919) % ofKind.size()));
    }
}
