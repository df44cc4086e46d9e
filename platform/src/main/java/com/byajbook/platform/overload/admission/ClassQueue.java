package com.byajbook.platform.overload.admission;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tickets of one class that wait, oldest first. Linked through the tickets, so that leaving from the middle is cheap. */
final class ClassQueue {

    private @Nullable Ticket head;
    private @Nullable Ticket tail;
    private int size;

    int size() {
        return size;
    }

    @Nullable
    Ticket oldest() {
        return head;
    }

    @Nullable
    Ticket newest() {
        return tail;
    }

    void add(Ticket ticket) {
        ticket.previous = tail;
        ticket.next = null;
        if (tail == null) {
            head = ticket;
        } else {
            tail.next = ticket;
        }
        tail = ticket;
        size++;
    }

    void remove(Ticket ticket) {
        Ticket before = ticket.previous;
        Ticket after = ticket.next;
        if (before == null) {
            head = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            tail = before;
        } else {
            after.previous = before;
        }
        ticket.previous = null;
        ticket.next = null;
        size--;
    }

    void forEach(Consumer<Ticket> action) {
        for (Ticket ticket = head; ticket != null; ticket = ticket.next) {
            action.accept(ticket);
        }
    }
}
