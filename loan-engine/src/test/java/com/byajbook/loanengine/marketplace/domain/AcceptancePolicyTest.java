package com.byajbook.loanengine.marketplace.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptancePolicyTest {

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final UUID ASHA = UUID.randomUUID();
    private static final Instant DECIDED = Instant.parse("2026-11-22T10:00:00Z");

    private final AcceptancePolicy policy = new AcceptancePolicy(7, INDIA);

    @Test
    void counts_until_the_last_valid_day_is_over_where_the_borrower_lives() {
        Instant end = Instant.parse("2026-11-29T18:30:00Z");

        assertThat(judge(LoanStage.OFFERED, "hash", end.minusMillis(1))).isEqualTo(AcceptanceOutcome.ACCEPTED);
        assertThat(judge(LoanStage.OFFERED, "hash", end)).isEqualTo(AcceptanceOutcome.STATEMENT_EXPIRED);
        assertThat(DECIDED).isAfterOrEqualTo(policy.oldest(end.minusMillis(1))).isBefore(policy.oldest(end));
    }

    @Test
    void counts_for_exactly_the_statement_that_was_shown() {
        assertThat(judge(LoanStage.OFFERED, "HASH", DECIDED)).isEqualTo(AcceptanceOutcome.OTHER_STATEMENT);
    }

    @Test
    void counts_once() {
        assertThat(judge(LoanStage.LISTED, "hash", DECIDED)).isEqualTo(AcceptanceOutcome.NOT_OFFERED);
    }

    @Test
    void an_offer_of_somebody_else_is_as_unknown_as_none() {
        AcceptancePolicy.Offer offer =
                new AcceptancePolicy.Offer(UUID.randomUUID(), LoanStage.OFFERED, "hash", DECIDED);

        assertThat(policy.judge(offer, ASHA, "hash", DECIDED)).isEqualTo(AcceptanceOutcome.UNKNOWN_LOAN);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFERED, CANCELLED",
        "LISTED, CANCELLED",
        "FUNDED, TOO_LATE",
        "DISBURSING, TOO_LATE",
        "ACTIVE, PAID_OUT",
        "CLOSED, ENDED",
        "WRITTEN_OFF, ENDED",
        "EXPIRED, ENDED",
        "CANCELLED, ENDED"
    })
    void leaving_is_possible_until_the_money_is_on_its_way(LoanStage stage, CancellationOutcome outcome) {
        assertThat(CancellationOutcome.at(stage)).isEqualTo(outcome);
    }

    private AcceptanceOutcome judge(LoanStage stage, String hash, Instant at) {
        return policy.judge(new AcceptancePolicy.Offer(ASHA, stage, "hash", DECIDED), ASHA, hash, at);
    }
}
