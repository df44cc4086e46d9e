package com.byajbook.loadtests.fault;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import com.byajbook.localstack.servers.Server;
import com.byajbook.localstack.testing.TestServers;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The broker and PostgreSQL restart, in good order and by {@code kill -9}, while requests keep coming at a steady rate. */
@InTown(TownKind.FAULTS)
final class ServerRestartIT {
    private static final int BEFORE = 60;
    private static final int AFTER = 60;

    @AfterEach
    void mend(Town town) {
        TestServers.stack().start();
        town.platform().mend();
    }

    @Test
    void loses_and_doubles_nothing_when_the_broker_restarts(Town town) {
        restart(town, TestServers.stack().rabbitmq(), Server::stop);
    }

    @Test
    void loses_and_doubles_nothing_when_the_broker_is_killed(Town town) {
        restart(town, TestServers.stack().rabbitmq(), Server::kill);
    }

    @Test
    void loses_and_doubles_nothing_when_postgresql_restarts(Town town) {
        restart(town, TestServers.stack().postgres(), Server::stop);
    }

    @Test
    void loses_and_doubles_nothing_when_postgresql_is_killed(Town town) {
        restart(town, TestServers.stack().postgres(), Server::kill);
    }

    private static void restart(Town town, Server server, Consumer<Server> end) {
        assumeFalse(
                server.processes().isEmpty(), "this server was given by the environment and is not ours to restart");
        try (Crowd crowd = Crowd.gather(town)) {
            crowd.awaitAcceptedMore(BEFORE);
            end.accept(server);
            server.start();
            crowd.awaitAcceptedMore(AFTER);
            crowd.goHome();
        }
        town.assertEveryPromiseKept();
    }
}
