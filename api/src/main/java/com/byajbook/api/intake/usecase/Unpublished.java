package com.byajbook.api.intake.usecase;

import com.byajbook.platform.message.MessageType;

/** What is accepted and not with the broker yet, when it was last counted. */
public interface Unpublished {

    /** The commands of a type, counted no further than the backlog's limit. */
    long of(MessageType type);
}
