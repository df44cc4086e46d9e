package com.byajbook.localstack.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** The calls of libraries that look blocking and are not, each allowed in the narrowest method that makes it. */
public final class KnownHarmlessCalls implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // A login to PostgreSQL reads a few bytes of /dev/urandom, which never waits, on the connection's event loop.
        builder.allowBlockingCallsInside("com.ongres.scram.common.ScramFunctions", "nonce");
        // Jackson builds the reader of a type under a lock the first time it meets it: once a type, milliseconds, no
        // I/O.
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer");
        // An open breaker is half-opened under a lock, once an open period, by a few assignments.
        builder.allowBlockingCallsInside(
                "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine$OpenState",
                "toHalfOpenState");
        // A timer that is cancelled before its time leaves the JDK's queue of timers under that queue's lock, held for
        // a
        // few instructions; Reactor allows itself the same for the queue's other methods.
        builder.allowBlockingCallsInside("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", "remove");
        // Netty's allocator frees an arena it grew in vain under a lock that is held for a few instructions.
        builder.allowBlockingCallsInside(
                "io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup", "tryExpandMagazines");
        // Lettuce counts its writers under a lock that is held for a few instructions, or while a lost connection's few
        // commands are failed. An error thrown into its wait would leave a dead waiter in the lock's queue, behind
        // which
        // the next thread sleeps for ever: one such run hung until it was killed.
        builder.allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "incrementWriters");
        builder.allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "doExclusive");
    }
}
