package com.byajbook.loanengine.servicing.stories;

import static com.byajbook.loanengine.servicing.stories.ServicingEngine.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.byajbook.loanengine.servicing.stories.AutopayIT.Days;
import com.byajbook.loanengine.servicing.stories.AutopayIT.PlayedPayments;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.PaidOut;
import com.byajbook.loanengine.servicing.usecase.OpenAccounts.Share;
import com.byajbook.platform.message.AutopayNotice;
import com.byajbook.platform.message.CollectInstalment;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.RegisterMandate;
import com.byajbook.platform.message.SetAutopay;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The loops of autopay, with nobody who calls them. */
class AutopayWorkerIT {

    private static final Instant BEFORE = Instant.parse("2026-11-01T06:00:00Z");

    @Test
    void notices_are_given_and_instalments_asked_for_by_themselves_and_counted() {
        PaidOut loan = new PaidOut(
                UUID.randomUUID(),
                UUID.randomUUID(),
                12_000_00,
                new BigDecimal("15"),
                12,
                LocalDate.of(2026, 10, 10),
                List.of(new Share(UUID.randomUUID(), 12_000_00)));
        try (ServicingEngine engine = ServicingEngine.start(
                Map.of("byajbook.autopay.enabled", "true", "byajbook.autopay.sweep.every", "200ms"),
                ServicingEngine.Listening.class,
                Days.class,
                PlayedPayments.class)) {
            PlayedPayments heard = engine.bean(PlayedPayments.class);
            engine.bean(Days.class).now = BEFORE;
            engine.open(List.of(loan));
            activate(engine, loan);

            engine.bean(Days.class).now = Instant.parse("2026-11-09T04:00:00Z");
            heard.await(AutopayNotice.class, loan, 1);
            engine.bean(Days.class).now = Instant.parse("2026-11-10T04:30:00Z");
            heard.await(CollectInstalment.class, loan, 1);

            MeterRegistry meters = engine.bean(MeterRegistry.class);
            assertThat(meters.counter("byajbook.autopay.notices").count()).isEqualTo(1);
            assertThat(meters.counter("byajbook.autopay.attempts", "by", "MANDATE")
                            .count())
                    .isEqualTo(1);
        }
    }

    private static void activate(ServicingEngine engine, PaidOut loan) {
        engine.send(List.of(new SetAutopay(UUID.randomUUID(), BEFORE, loan.loanId(), loan.borrowerId(), true)));
        RegisterMandate asked = engine.bean(PlayedPayments.class)
                .await(RegisterMandate.class, loan, 1)
                .get(0);
        engine.send(List.of(new MandateChanged(
                UUID.randomUUID(),
                BEFORE,
                asked.mandateId(),
                loan.loanId(),
                loan.borrowerId(),
                2,
                MandateChanged.Status.ACTIVE,
                null)));
        await().atMost(PATIENCE)
                .until(() -> engine.texts("select state from autopay").equals(List.of("ACTIVE")));
    }
}
