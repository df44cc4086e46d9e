package com.byajbook.platform.invariant;

import com.byajbook.platform.control.InvariantView;
import com.byajbook.platform.control.ReadInvariants;
import com.byajbook.platform.control.ServiceInvariants;
import java.util.List;

/** Puts the last look on the control plane. */
final class InvariantsForOperators implements ReadInvariants {

    private final Inspect inspecting;

    InvariantsForOperators(Inspect inspecting) {
        this.inspecting = inspecting;
    }

    @Override
    public ServiceInvariants latest() {
        return inspecting
                .latest()
                .map(InvariantsForOperators::shown)
                .orElseGet(() -> new ServiceInvariants(true, null, List.of()));
    }

    private static ServiceInvariants shown(Inspection inspection) {
        return new ServiceInvariants(
                true,
                inspection.at(),
                inspection.invariants().stream()
                        .map(InvariantsForOperators::shown)
                        .toList());
    }

    private static InvariantView shown(Inspected found) {
        return new InvariantView(
                found.invariant().name(),
                found.invariant().words(),
                found.holds(),
                found.looked(),
                found.violations(),
                found.example());
    }
}
