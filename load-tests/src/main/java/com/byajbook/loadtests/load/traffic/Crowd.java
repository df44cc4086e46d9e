package com.byajbook.loadtests.load.traffic;

import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.verdict.Wish;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The people of a run and what each arrival does: the same arrival always does the same, apart from its key. */
public final class Crowd {
    /** The group of the user who sends half of everything. */
    public static final String GREEDY = "the greedy user";
    /** The group of everybody else, when one is greedy. */
    public static final String OTHERS = "everybody else";

    /** Two to the 64th by the golden ratio: scatters arrivals evenly over any number of people, whatever the mix repeats. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private static final String QUOTE = "{\"amountPaise\":5000000,\"tenureMonths\":12}";

    private final List<Citizen> citizens;
    private final List<Citizen> payers;
    private final Mix mix;
    private final boolean oneIsGreedy;
    private final String application;

    /**
     * People who have all that their requests are about.
     *
     * @param citizens at least one of them with a payment
     * @param application the body of a loan application
     */
    public Crowd(List<Citizen> citizens, Mix mix, boolean oneIsGreedy, String application) {
        this.citizens = List.copyOf(citizens);
        this.payers = citizens.stream()
                .filter(citizen -> citizen.payment().isPresent())
                .toList();
        this.mix = mix;
        this.oneIsGreedy = oneIsGreedy;
        this.application = application;
        if (payers.isEmpty()) {
            throw new IllegalArgumentException("nobody has a loan to pay for");
        }
    }

    /** Everybody. */
    public List<Citizen> citizens() {
        return citizens;
    }

    /** What the k-th arrival wants. */
    public RequestKind kindOf(long k) {
        // The greedy one and the others each get the whole mix.
        return mix.kindOf(oneIsGreedy ? k / 2 : k);
    }

    /** Whom the k-th arrival is counted among; empty for nobody in particular. */
    public String groupOf(long k) {
        if (!oneIsGreedy) {
            return "";
        }
        return isGreedy(k) ? GREEDY : OTHERS;
    }

    /** The most payments of one and the same loan among so many arrivals. */
    public long mostPaymentsOfOneLoan(long arrivals) {
        return LongStream.range(0, arrivals)
                .filter(k -> kindOf(k) == RequestKind.PAY)
                .mapToObj(k -> citizen(k, RequestKind.PAY).loan())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** The k-th arrival's request, with a fresh key if it has one. */
    public Errand errand(long k) {
        RequestKind kind = kindOf(k);
        Citizen citizen = citizen(k, kind);
        String path =
                switch (kind) {
                    case PAY -> Wish.Kind.PAYMENT.path();
                    case PAYMENT_STATUS -> citizen.paymentPath();
                    case APPLY -> Wish.Kind.LOAN.path();
                    case LOAN_STATUS -> citizen.loanPath();
                    case QUOTE -> "/v1/quotes";
                    case LIST_LOANS -> "/v1/loans?limit=10";
                };
        String key = kind.isPost() ? PublicApi.freshKey() : "";
        return new Errand(kind, groupOf(k), citizen, path, body(kind, citizen), key, wish(kind, citizen, key));
    }

    private Citizen citizen(long k, RequestKind kind) {
        List<Citizen> able = kind.trafficClass() == TrafficClass.CRITICAL ? payers : citizens;
        if (oneIsGreedy && isGreedy(k)) {
            return payers.get(0);
        }
        int first = oneIsGreedy && able.size() > 1 ? 1 : 0;
        return able.get(first + (int) ((k * SCATTER >>> Integer.SIZE) % (able.size() - first)));
    }

    private static boolean isGreedy(long k) {
        return k % 2 == 0;
    }

    private String body(RequestKind kind, Citizen citizen) {
        return switch (kind) {
            case PAY -> citizen.paymentBody();
            case APPLY -> application;
            case QUOTE -> QUOTE;
            case PAYMENT_STATUS, LOAN_STATUS, LIST_LOANS -> "";
        };
    }

    private static Optional<Wish> wish(RequestKind kind, Citizen citizen, String key) {
        return switch (kind) {
            case PAY -> Optional.of(new Wish(Wish.Kind.PAYMENT, citizen.person(), key));
            case APPLY -> Optional.of(new Wish(Wish.Kind.LOAN, citizen.person(), key));
            case QUOTE, PAYMENT_STATUS, LOAN_STATUS, LIST_LOANS -> Optional.empty();
        };
    }
}
