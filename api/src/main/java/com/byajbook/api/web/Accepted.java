package com.byajbook.api.web;

import com.byajbook.api.intake.domain.Receipt;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/** How an accepted request is answered: 202, where its result will be, and whether this is a repetition. */
public final class Accepted {

    private static final String REPLAYED = "Idempotent-Replayed";

    private Accepted() {}

    /** The answer with its body. */
    public static <T> ResponseEntity<T> at(String collection, Receipt receipt, T body) {
        return in(collection + receipt.id(), receipt, body);
    }

    /** The same where something is changed that has a place of its own already. */
    public static <T> ResponseEntity<T> in(String place, Receipt receipt, T body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted().location(URI.create(place));
        return (receipt.replayed() ? answer.header(REPLAYED, "true") : answer).body(body);
    }
}
