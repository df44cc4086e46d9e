package com.byajbook.platform.control;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who changed which limit of this service, when and why. */
public final class ListChanges {

    /** The most entries of one answer. */
    public static final int MOST = 500;

    private final ChangeLog changes;
    private final ReplicaIdentity replica;

    ListChanges(ChangeLog changes, ReplicaIdentity replica) {
        this.changes = changes;
        this.replica = replica;
    }

    /**
     * The latest entries, newest first.
     *
     * @param limit only those of this limit; null for those of all
     * @param count 1 to {@link #MOST}
     */
    public Mono<ServiceChanges> latest(@Nullable String limit, int count) {
        return changes.latest(limit, count).collectList().map(latest -> new ServiceChanges(replica.service(), latest));
    }
}
