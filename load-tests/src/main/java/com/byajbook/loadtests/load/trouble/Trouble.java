package com.byajbook.loadtests.load.trouble;

import com.byajbook.loadtests.harness.Site;

/** Something that goes wrong for a while. */
public interface Trouble {

    /** What it is, for people, for example {@code the loan table is locked}. */
    String words();

    /** Makes it so until the result is closed; closing twice does no harm. */
    Ongoing begin(Site site);

    /** Ends it. */
    @FunctionalInterface
    interface Ongoing extends AutoCloseable {
        @Override
        void close();
    }
}
