package com.byajbook.paymentflow.mandates.usecase;

import com.byajbook.paymentflow.mandates.domain.Mandate;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.MessageType;
import java.util.Optional;

/** What the world is told of a mandate: its outcomes, and no step on the way. */
final class MandateNews {

    private MandateNews() {}

    static Optional<Message> of(Mandate mandate) {
        return switch (mandate.state()) {
            case REQUESTED, REVOKING -> Optional.empty();
            case ACTIVE -> Optional.of(changed(mandate, MandateChanged.Status.ACTIVE));
            case REJECTED -> Optional.of(changed(mandate, MandateChanged.Status.REJECTED));
            case REVOKED -> Optional.of(changed(mandate, MandateChanged.Status.REVOKED));
        };
    }

    private static MandateChanged changed(Mandate mandate, MandateChanged.Status status) {
        return new MandateChanged(
                Ids.v5(mandate.mandateId(), MessageType.MANDATE_CHANGED.routingKey() + ":" + mandate.version()),
                mandate.updatedAt(),
                mandate.mandateId(),
                mandate.loanId(),
                mandate.payerId(),
                mandate.version(),
                status,
                mandate.reason());
    }
}
