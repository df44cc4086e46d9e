package com.byajbook.paymentflow.collections.web;

import com.byajbook.paymentflow.collections.usecase.FindPayment;
import com.byajbook.platform.problem.Failure;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Payments as their payer may see them, for our own services. */
@RestController
@RequestMapping("/internal/payers/{payerId}/payments")
class PaymentsController {

    private final FindPayment payments;

    PaymentsController(FindPayment payments) {
        this.payments = payments;
    }

    @GetMapping("/{paymentId}")
    Mono<PaymentView> get(@PathVariable UUID payerId, @PathVariable UUID paymentId) {
        return payments.find(payerId, paymentId)
                .map(PaymentView::of)
                .switchIfEmpty(Mono.error(() -> Failure.notFound("There is no such payment of this payer.")));
    }
}
