package com.byajbook.loanengine.marketplace.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A batch cut where its kind changes, so that each piece is one transaction and the order stays. */
public final class Runs {

    private Runs() {}

    /** The pieces, in order; the items of each are of one kind. */
    public static <T> List<List<T>> of(List<T> items, Function<T, ?> kind) {
        List<List<T>> runs = new ArrayList<>();
        Object last = null;
        for (T item : items) {
            Object now = kind.apply(item);
            if (!now.equals(last)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(item);
            last = now;
        }
        return runs;
    }
}
