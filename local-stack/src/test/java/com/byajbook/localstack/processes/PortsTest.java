package com.byajbook.localstack.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void a_busy_port_is_reported_with_its_owner_and_the_setting_that_moves_it() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.requireFree(taken.getLocalPort(), "api", "BYAJBOOK_API_PORT"))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " for api is in use")
                    .hasMessageContaining("pid " + ProcessHandle.current().pid() + " (java)")
                    .hasMessageContaining("BYAJBOOK_API_PORT=");
        }
    }

    @Test
    void a_port_taken_on_all_interfaces_is_busy_too() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void a_picked_port_is_free_and_never_one_that_outgoing_connections_get() {
        int port = Ports.pickFree();

        assertThat(port).isLessThan(32_768);
        assertThatCode(() -> Ports.requireFree(port, "api", "BYAJBOOK_API_PORT"))
                .doesNotThrowAnyException();
    }
}
