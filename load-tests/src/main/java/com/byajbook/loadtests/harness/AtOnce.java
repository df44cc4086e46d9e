package com.byajbook.loadtests.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The same work for many, some at a time. */
public final class AtOnce {

    private AtOnce() {}

    /**
     * What the work makes of each, in their order.
     *
     * @throws HarnessException when it fails for one; what has not begun is then not begun any more
     */
    public static <A, B> List<B> each(int width, List<A> things, Function<A, B> work) {
        ExecutorService pool = Executors.newFixedThreadPool(width);
        try {
            List<Future<B>> futures = new ArrayList<>();
            things.forEach(thing -> futures.add(pool.submit(() -> work.apply(thing))));
            List<B> done = new ArrayList<>();
            for (Future<B> future : futures) {
                done.add(future.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HarnessException told) {
                throw told;
            }
            throw new HarnessException("It failed for one of many: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
