package com.byajbook.api.payments;

import com.byajbook.api.security.Caller;
import com.byajbook.api.web.Accepted;
import com.byajbook.api.web.IdempotencyKey;
import com.byajbook.api.web.Uuids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Paying, and reading what became of it. */
@RestController
@RequestMapping(path = "/v1/payments", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Paying")
class PaymentController {

    private final StartPayment payments;
    private final FindPayment find;

    PaymentController(StartPayment payments, FindPayment find) {
        this.payments = payments;
        this.find = find;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "startPayment",
            summary = "Pay for one of my loans",
            description = "202 once the payment is durably stored; open upiIntent to confirm it in a UPI app.")
    Mono<ResponseEntity<PendingPayment>> start(Caller caller, IdempotencyKey key, @RequestBody PaymentRequest request) {
        return payments.start(caller.id(), key.value(), request)
                .map(receipt -> Accepted.at(
                        "/v1/payments/",
                        receipt,
                        new PendingPayment(
                                receipt.id(),
                                PaymentView.PENDING,
                                UpiIntent.repayment(receipt.id(), request.checkedAmount()))));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getPayment", summary = "One of my payments")
    Mono<PaymentView> get(Caller caller, @PathVariable String id) {
        return Mono.defer(() -> find.get(caller.id(), Uuids.inPath(id)));
    }

    /** The answer to a payment. */
    record PendingPayment(UUID id, String status, String upiIntent) {}
}
