package com.byajbook.loadtests.load.traffic;

import com.byajbook.loadtests.client.Person;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who takes part in a run. What their requests need is written once, since a generator that shares the machine with the platform
 * must not spend it on strings.
 *
 * @param loan of their own, known to the platform
 * @param payment of their own, if that loan is paid out and can be paid for
 */
public record Citizen(
        Person person,
        String authorization,
        UUID loan,
        Optional<UUID> payment,
        String loanPath,
        String paymentPath,
        String paymentBody) {

    /** @param payment of that loan, if it could be paid @param paymentBody the body of another payment of it */
    public static Citizen of(Person person, UUID loan, Optional<UUID> payment, String paymentBody) {
        return new Citizen(
                person,
                "Bearer " + person.token(),
                loan,
                payment,
                "/v1/loans/" + loan,
                payment.map(id -> "/v1/payments/" + id).orElse(""),
                paymentBody);
    }
}
