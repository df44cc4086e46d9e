package com.byajbook.loanengine.servicing.usecase;

import com.byajbook.loanengine.servicing.usecase.WriteOff.Word;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** By whose word loans were written off. Only inside a transaction that has locked the loan. */
@FunctionalInterface
public interface RecordWriteOffs {

    /** Keeps it for ever. */
    Mono<Void> record(UUID loanId, long outstandingPaise, Word word, Instant at);
}
