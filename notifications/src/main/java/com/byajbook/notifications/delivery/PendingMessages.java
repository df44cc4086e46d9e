package com.byajbook.notifications.delivery;

import com.byajbook.notifications.contacts.Channel;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a lane needs of the store of messages. */
interface PendingMessages {

    /** Up to {@code limit} due messages of the channel, oldest first, leased to the caller. */
    Flux<Outgoing> claim(Channel channel, int limit);

    /** Writes what became of messages; one that is finished already stays as it is. */
    Mono<Void> record(List<Step> steps);
}
