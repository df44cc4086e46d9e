package com.byajbook.paymentflow.ledger.web;

import com.byajbook.paymentflow.ledger.usecase.BookTransfers;
import com.byajbook.paymentflow.ledger.usecase.BookTransfers.Transfer;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Batches of transfers from outside, which no product has any use for: only where load tests are allowed. */
@RestController
@Profile("load-test")
class TransfersController {

    private static final int MOST = 1_000;

    private final BookTransfers booking;

    TransfersController(BookTransfers booking) {
        this.booking = booking;
    }

    @PostMapping("/internal/ledger/transfers")
    Mono<Booked> book(@RequestBody Wanted wanted) {
        if (wanted.transfers().isEmpty() || wanted.transfers().size() > MOST) {
            return Mono.error(
                    () -> Failure.invalid(ProblemType.INVALID_FIELD, "transfers must be 1 to " + MOST + " at a time."));
        }
        return booking.book(wanted.transfers()).map(Booked::new);
    }

    record Wanted(List<Transfer> transfers) {}

    /** How many of them the books have. */
    record Booked(long booked) {}
}
