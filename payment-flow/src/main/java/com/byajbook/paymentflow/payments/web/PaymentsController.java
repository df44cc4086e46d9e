package com.byajbook.paymentflow.payments.web;

import com.byajbook.paymentflow.payments.domain.PaymentPurpose;
import com.byajbook.paymentflow.payments.usecase.FindPayment;
import com.byajbook.platform.problem.Failure;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Payments as their payer may see them, for our own services. */
@RestController
@RequestMapping("/internal")
class PaymentsController {

    private final FindPayment payments;

    PaymentsController(FindPayment payments) {
        this.payments = payments;
    }

    @GetMapping("/payers/{payerId}/payments/{paymentId}")
    Mono<PaymentView> getRepayment(@PathVariable UUID payerId, @PathVariable UUID paymentId) {
        return payments.find(payerId, paymentId)
                .filter(payment -> payment.order().purpose() == PaymentPurpose.REPAYMENT)
                .map(PaymentView::of)
                .switchIfEmpty(Mono.error(() -> Failure.notFound("There is no such payment of this payer.")));
    }

    @GetMapping("/users/{userId}/transfers/{transferId}")
    Mono<TransferView> getTransfer(@PathVariable UUID userId, @PathVariable UUID transferId) {
        return payments.find(userId, transferId)
                .filter(payment -> payment.order().purpose() != PaymentPurpose.REPAYMENT)
                .map(TransferView::of)
                .switchIfEmpty(Mono.error(() -> Failure.notFound("There is no such transfer of this user.")));
    }
}
