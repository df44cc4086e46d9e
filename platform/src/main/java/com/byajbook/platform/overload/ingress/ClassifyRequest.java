package com.byajbook.platform.overload.ingress;

/** Says of a request what it is to the service. Asked on an event loop for each request, so it costs next to nothing. */
@FunctionalInterface
public interface ClassifyRequest {

    /** Its class, its hold on the ingress and what lies on its way. */
    Passage classify(RequestHead head);
}
