package com.byajbook.loadtests.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the clients saw, kept while they see it. Safe for many threads. */
public final class Witness {
    private final Map<Wish, Account> accounts = new ConcurrentHashMap<>();

    /** What clients know of a wish. */
    public enum Knowledge {
        /** It was sent, and no answer said what became of it: zero or one effect. */
        UNKNOWN,
        /** A 202 came: exactly one effect. */
        ACCEPTED,
        /** Every answer was a refusal that promises that nothing happened: no effect. */
        REFUSED
    }

    /**
     * Everything that the clients know of one wish.
     *
     * @param ids the different ids that 202s gave it: one, if the platform keeps its word
     */
    public record Account(Wish wish, Knowledge knowledge, List<UUID> ids) {

        Account accepted(UUID id) {
            List<UUID> all = new ArrayList<>(ids);
            if (!all.contains(id)) {
                all.add(id);
            }
            return new Account(wish, Knowledge.ACCEPTED, List.copyOf(all));
        }
    }

    /** To be called before it is sent: from then on it may have an effect. */
    public void asked(Wish wish) {
        accounts.putIfAbsent(wish, new Account(wish, Knowledge.UNKNOWN, List.of()));
    }

    /** A 202 came. */
    public void accepted(Wish wish, UUID id) {
        accounts.compute(
                wish,
                (same, known) ->
                        (known == null ? new Account(wish, Knowledge.UNKNOWN, List.of()) : known).accepted(id));
    }

    /** The first and only request was refused in a way that promises that nothing happened. */
    public void refused(Wish wish) {
        accounts.put(wish, new Account(wish, Knowledge.REFUSED, List.of()));
    }

    /** Everything that was seen until now. */
    public List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    public long count(Knowledge knowledge) {
        return accounts.values().stream()
                .filter(account -> account.knowledge() == knowledge)
                .count();
    }
}
