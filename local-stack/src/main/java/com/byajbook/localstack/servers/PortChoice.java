package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.Ports;
import java.util.Map;

/** How a server of ours comes by its port. */
interface PortChoice {

    /** The port it would start on. */
    int expected();

    /** A port that is free now, to start on. */
    int forLaunch();

    /** The documented port, or the one that a person set; a busy one is that person's to decide about. */
    static PortChoice fixed(ServerSettings settings, Map<String, String> environment) {
        return new PortChoice() {
            @Override
            public int expected() {
                return settings.port(environment);
            }

            @Override
            public int forLaunch() {
                int port = expected();
                Ports.requireFree(port, settings.what(), settings.portSetting());
                return port;
            }
        };
    }

    /** Any free port, the same again as long as nobody else takes it. */
    static PortChoice picked(PortBook book, String name) {
        return new PortChoice() {
            @Override
            public int expected() {
                return book.portOf(name);
            }

            @Override
            public int forLaunch() {
                return book.freePortOf(name);
            }
        };
    }
}
