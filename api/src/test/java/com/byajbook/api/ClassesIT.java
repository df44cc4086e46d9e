package com.byajbook.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.api.testing.ApiInstance;
import com.byajbook.platform.overload.admission.TrafficClass;
import com.byajbook.platform.overload.ingress.ClassifyRequest;
import com.byajbook.platform.overload.ingress.Passage;
import com.byajbook.platform.overload.ingress.RequestHead;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much each call matters when not all of them can be served. */
class ClassesIT {

    private final ClassifyRequest routes = ApiInstance.shared().bean(ClassifyRequest.class);

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/payments, CRITICAL, true",
        "POST, /v1/wallet/deposits, CRITICAL, true",
        "GET, /v1/wallet/deposits/1, CRITICAL, false",
        "POST, /v1/loans/1/acceptance, HIGH, true",
        "POST, /v1/loans/1/cancellation, HIGH, true",
        "POST, /v1/loans/1/autopay, HIGH, true",
        "GET, /v1/loans/1/autopay, NORMAL, false",
        "POST, /v1/loans/1/commitments, HIGH, true",
        "GET, /v1/commitments/1, NORMAL, false",
        "GET, /v1/wallet, NORMAL, false",
        "GET, /v1/wallet/statement?limit=1, LOW, false",
        "GET, /v1/marketplace/loans?cursor=a, LOW, false",
        "GET, /v1/portfolio, LOW, false",
        "GET, /v1/loans/1/statement, LOW, false",
        "GET, /v1/loans/1/foreclosure-quote, LOW, false"
    })
    void matters(String method, String target, TrafficClass trafficClass, boolean isIntake) {
        Passage passage = routes.classify(new Head(method, target));

        assertThat(passage.trafficClass()).isEqualTo(trafficClass);
        assertThat(passage.ahead().size() > 1)
                .as("may be refused by the intake, beside the user's own share")
                .isEqualTo(isIntake);
    }

    private record Head(String method, String target) implements RequestHead {

        @Override
        public @Nullable String header(String name) {
            return null;
        }
    }
}
