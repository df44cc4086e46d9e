package com.byajbook.platform.control;

/** How a limit came to change. */
public enum ChangeKind {
    /** Somebody wanted it. */
    CHANGED,
    /** Its time was over. */
    REVERTED
}
