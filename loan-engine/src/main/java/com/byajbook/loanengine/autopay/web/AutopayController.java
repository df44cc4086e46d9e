package com.byajbook.loanengine.autopay.web;

import com.byajbook.loanengine.autopay.usecase.ShowAutopay;
import com.byajbook.loanengine.autopay.usecase.ShowAutopay.AutopayView;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The autopay of a borrower's loan. */
@RestController
class AutopayController {

    private final ShowAutopay autopays;

    AutopayController(ShowAutopay autopays) {
        this.autopays = autopays;
    }

    @GetMapping("/internal/borrowers/{borrowerId}/loans/{loanId}/autopay")
    Mono<AutopayView> getAutopay(@PathVariable UUID borrowerId, @PathVariable UUID loanId) {
        return autopays.show(borrowerId, loanId);
    }
}
