package com.byajbook.loadtests.load;

import java.util.Locale;

/** The platform as it is, or the same jars with admission switched off. */
public enum Arm {
    PROTECTED,
    UNPROTECTED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
