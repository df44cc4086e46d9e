package com.byajbook.paymentflow.reconciliation.web;

import com.byajbook.paymentflow.reconciliation.domain.Inspected;
import com.byajbook.paymentflow.reconciliation.domain.Inspection;
import com.byajbook.paymentflow.reconciliation.usecase.InspectBooks;
import com.byajbook.platform.control.InvariantView;
import com.byajbook.platform.control.ReadInvariants;
import com.byajbook.platform.control.ServiceInvariants;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the last look at the books on the control plane. */
@Component
final class InvariantsForOperators implements ReadInvariants {

    private final InspectBooks inspecting;

    InvariantsForOperators(InspectBooks inspecting) {
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
                found.invariant().id(),
                found.invariant().words(),
                found.holds(),
                found.looked(),
                found.violations(),
                found.example());
    }
}
