package com.byajbook.platform.pipe;

/** Something that can say how full it is. Asked once a second on an event loop, so the answer is at hand and nothing waits. */
@FunctionalInterface
public interface StageSource {

    /** How it is now; rates are those since the last call. */
    Stage stage();
}
