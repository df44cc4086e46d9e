package com.byajbook.platform.control;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** A gate that remembers one decision. */
final class OneGate implements DecisionDumps {

    static final String NAME = "intake";
    static final byte[] LOG = "admitted HIGH after 3 ms\n".getBytes(StandardCharsets.UTF_8);

    @Override
    public Set<String> gates() {
        return Set.of(NAME);
    }

    @Override
    public Optional<byte[]> dump(String gate) {
        return gate.equals(NAME) ? Optional.of(LOG.clone()) : Optional.empty();
    }
}
