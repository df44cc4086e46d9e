package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.autopay.domain.Autopay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The autopay of loans. */
public interface KeepAutopays {

    /** As they are; nobody is kept from changing them. */
    Mono<Map<UUID, Autopay>> find(Collection<UUID> loanIds);

    /** Those that there are, locked until the transaction ends. */
    Mono<Map<UUID, Autopay>> lock(Collection<UUID> loanIds);

    /** The next active ones that were not looked at on this day, locked; those that somebody else holds are passed over. */
    Mono<List<Autopay>> lockUnseen(LocalDate day, int limit);

    /** Adds those that are new and writes the others, which are locked; each at most once. */
    Mono<Void> save(List<Autopay> autopays);
}
