package com.byajbook.platform.overload.admission;

/** What follows from an event at a gate. Called while the gate is locked: take note, and act afterwards. */
public interface Effects {

    /** This one is let in and has a permit until it is given back. */
    void start(Ticket ticket);

    /** This one is not, or not any more. */
    void refuse(Ticket ticket, Refusal refusal);
}
