package com.byajbook.platform.overload.ingress;

import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.gate.WorkClass;
import com.byajbook.platform.web.InternalCalls;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service sees that only our own services call: their word for the class, if they prove who they are, else the
 * lowest. An operator's call has no place at the ingress and is always let in.
 */
public final class InternalRequests implements ClassifyRequest {

    private static final String CONTROL = "/internal/control/";
    private static final String AUTHORIZATION = "Authorization";
    private static final Passage OPERATOR = new Passage(TrafficClass.CRITICAL, Passage.Hold.NONE, List.of());

    private final byte[] expected;
    private final Map<TrafficClass, Passage> passages = new EnumMap<>(TrafficClass.class);

    public InternalRequests(InternalCalls calls) {
        this.expected = ("Bearer " + calls.internalToken()).getBytes(StandardCharsets.UTF_8);
        for (TrafficClass trafficClass : TrafficClass.values()) {
            passages.put(trafficClass, Passage.of(trafficClass, List.of()));
        }
    }

    @Override
    public Passage classify(RequestHead head) {
        if (!isOurs(head.header(AUTHORIZATION))) {
            return passage(TrafficClass.LOW);
        }
        if (head.target().startsWith(CONTROL)) {
            return OPERATOR;
        }
        String given = head.header(WorkClass.HEADER);
        return passage(given == null ? TrafficClass.NORMAL : WorkClass.named(given));
    }

    private Passage passage(TrafficClass trafficClass) {
        Passage passage = passages.get(trafficClass);
        if (passage == null) {
            throw new IllegalStateException("every class has a passage");
        }
        return passage;
    }

    private boolean isOurs(@Nullable String given) {
        return given != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
    }
}
