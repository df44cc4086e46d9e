package com.byajbook.localstack.fault;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets one direction of all links flow, or holds it. */
final class Valve {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean open = true;

    void set(boolean nowOpen) {
        lock.lock();
        try {
            open = nowOpen;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes those who wait, so that they see that their link is gone. */
    void nudge() {
        set(isOpen());
    }

    private boolean isOpen() {
        lock.lock();
        try {
            return open;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the valve is open or the link is gone. */
    void pass(BooleanSupplier linkGone) throws InterruptedException {
        lock.lock();
        try {
            while (!open && !linkGone.getAsBoolean()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
