package com.byajbook.paymentflow.stories;

import static com.byajbook.platform.message.PaymentChanged.Status.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.platform.message.InitiatePayment;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider is away while payments come, and comes back. */
class ProviderOutageIT {

    private static final int CROWD = 60;
    private static final long OUTAGE_MS = 3_000;

    private RunningService service;

    @BeforeEach
    void start() {
        service = RunningService.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSE", "HANG"})
    void every_payment_ends_and_is_collected_once_after_an_outage(String outage) throws InterruptedException {
        service.provider().faults(Map.of("outage", outage));
        List<InitiatePayment> payments = crowd();
        service.send(payments);
        Thread.sleep(OUTAGE_MS);

        service.provider().faults(Map.of("outage", "NONE"));

        assertEachIsCollectedOnce(payments);
    }

    @Test
    void an_error_that_hides_an_effect_never_leads_to_a_second_collection() throws InterruptedException {
        service.provider().faults(Map.of("errorRate", 0.7, "errorAfterEffect", true));
        List<InitiatePayment> payments = crowd();
        service.send(payments);
        Thread.sleep(OUTAGE_MS);

        service.provider().faults(Map.of("errorRate", 0.0, "errorAfterEffect", false));

        assertEachIsCollectedOnce(payments);
    }

    private static List<InitiatePayment> crowd() {
        return IntStream.range(0, CROWD).mapToObj(i -> RunningService.command()).toList();
    }

    private void assertEachIsCollectedOnce(List<InitiatePayment> payments) {
        for (InitiatePayment payment : payments) {
            service.announced().awaitLast(payment.paymentId(), SUCCEEDED);
        }
        assertThat(payments).allSatisfy(payment -> {
            assertThat(service.provider().collects(payment.paymentId())).isOne();
            assertThat(service.count("utr_claim where payment_id = $1", payment.paymentId()))
                    .isOne();
        });
    }
}
