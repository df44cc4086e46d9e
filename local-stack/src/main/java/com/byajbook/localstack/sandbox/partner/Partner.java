package com.byajbook.localstack.sandbox.partner;

import com.byajbook.localstack.sandbox.http.Routes;
import java.util.Map;

/** An outside party that the sandbox plays. */
public interface Partner {
    /** The name under {@code /control/partners}. */
    String name();

    /** Its faults and common counters. */
    PartnerFront front();

    /** Adds its calls and its own controls. */
    void addTo(Routes routes);

    /** What it counted itself, in a stable order: above all distinct ids beside calls, to find doubled effects. */
    Map<String, Object> ownCounters();

    /** Forgets everything: faults, overrides, counters and stored data. */
    void reset();
}
