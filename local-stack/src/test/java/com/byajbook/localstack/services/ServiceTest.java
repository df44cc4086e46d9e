package com.byajbook.localstack.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.servers.ServerUrls;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {
    private static final ServerUrls SERVERS = new ServerUrls("postgresql://p", "amqp://r", "redis://d");

    @Test
    void listens_where_the_documentation_says() {
        assertThat(Service.API.url(Map.of())).isEqualTo("http://127.0.0.1:8080");
        assertThat(Service.API.healthUrl(Map.of())).isEqualTo("http://127.0.0.1:9080/actuator/health/readiness");
        assertThat(Service.NOTIFICATIONS.port(Map.of())).isEqualTo(8083);
        assertThat(Service.SANDBOX.healthUrl(Map.of())).isEqualTo("http://127.0.0.1:8090/health");
    }

    @Test
    void a_moved_service_is_found_by_the_others() {
        Map<String, String> environment = ServiceEnvironment.of(Map.of("BYAJBOOK_LOAN_ENGINE_PORT", "18081"), SERVERS);

        assertThat(environment)
                .containsEntry("BYAJBOOK_LOAN_ENGINE_PORT", "18081")
                .containsEntry("BYAJBOOK_LOAN_ENGINE_URL", "http://127.0.0.1:18081")
                .containsEntry("BYAJBOOK_PAYMENT_FLOW_OPS_PORT", "9082")
                .containsEntry("BYAJBOOK_POSTGRES_URL", "postgresql://p");
    }

    @Test
    void what_a_person_set_wins() {
        assertThat(ServiceEnvironment.of(Map.of("BYAJBOOK_SANDBOX_URL", "http://127.0.0.1:7000"), SERVERS))
                .containsEntry("BYAJBOOK_SANDBOX_URL", "http://127.0.0.1:7000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "80a", "99999999999"})
    void refuses_what_is_no_port(String value) {
        Map<String, String> environment = Map.of("BYAJBOOK_API_PORT", value);

        assertThatThrownBy(() -> Service.API.port(environment))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("BYAJBOOK_API_PORT=" + value);
    }
}
