package com.byajbook.localstack.testing;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.scheduler.Schedulers;
import reactor.netty.resources.LoopResources;

/**
 * Extend this in each service: it proves that blocking on a thread that must not block is caught in that module's tests. Without the JVM
 * flag {@code -XX:+AllowRedefinitionToAddDeleteMethods} BlockHound detects nothing and says nothing.
 */
public abstract class BlockHoundProof {
    private static final long SECONDS = 10;

    @Test
    void catches_a_sleep_on_a_parallel_thread() {
        FutureTask<Object> sleep = new FutureTask<>(BlockHoundProof::sleep);
        Schedulers.parallel().schedule(sleep);

        assertCaught(sleep);
    }

    @Test
    void catches_a_sleep_on_an_event_loop() {
        LoopResources loops = LoopResources.create("blockhound-proof", 1, true);
        try {
            assertCaught(loops.onServer(false).next().submit((Callable<Object>) BlockHoundProof::sleep));
        } finally {
            loops.dispose();
        }
    }

    private static Object sleep() throws InterruptedException {
        Thread.sleep(1);
        return "slept";
    }

    private static void assertCaught(Future<?> blocking) {
        ExecutionException failure =
                assertThrows(ExecutionException.class, () -> blocking.get(SECONDS, TimeUnit.SECONDS));
        assertInstanceOf(BlockingOperationError.class, failure.getCause());
    }
}
