package com.byajbook.platform.control;

import com.byajbook.platform.overload.decisions.DecisionCopy;
import com.byajbook.platform.overload.gate.Gate;
import com.byajbook.platform.overload.gate.Gates;
import java.util.Optional;
import java.util.Set;

/** Hands the gates' decisions to the control plane. */
final class GateDecisions implements DecisionDumps {

    private final Gates gates;

    GateDecisions(Gates gates) {
        this.gates = gates;
    }

    @Override
    public Set<String> gates() {
        return Set.copyOf(gates.names());
    }

    @Override
    public Optional<byte[]> dump(String gate) {
        return gates.find(gate).flatMap(Gate::decisions).map(DecisionCopy::encode);
    }
}
