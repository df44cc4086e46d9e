package com.byajbook.paymentflow.ledger.usecase;

import com.byajbook.paymentflow.ledger.domain.LedgerCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to money, made by the {@link Journal}.
 *
 * @param commands done in this order; each by itself is done or refused
 * @param otherwise what is booked instead when the money is not there any more; null when that is the asker's business
 */
public record Entry(List<LedgerCommand> commands, @Nullable LedgerCommand otherwise) {

    public Entry {
        commands = List.copyOf(commands);
    }

    static Entry of(LedgerCommand... commands) {
        return new Entry(List.of(commands), null);
    }
}
