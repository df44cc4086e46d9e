package com.byajbook.loadtests.fault;

import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.stage.InTown;
import com.byajbook.loadtests.stage.Town;
import com.byajbook.loadtests.stage.TownKind;
import com.byajbook.localstack.fault.TcpProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The false acknowledgement: a publisher whose link is cut in the middle of publishing takes confirms of its next life for messages of its
 * last. Those messages are then gone, and nobody knows.
 */
@InTown(TownKind.FAULTS)
final class BrokerLinkIT {
    private static final int CUTS = 3;
    private static final int ON_THE_WAY = 25;

    @AfterEach
    void mend(Town town) {
        town.platform().mend();
    }

    @Test
    void loses_nothing_when_the_apis_link_is_cut_with_messages_on_their_way_to_the_broker(Town town) {
        TcpProxy link = town.platform().brokerLink(Service.API);
        try (Crowd crowd = Crowd.gather(town)) {
            for (int i = 0; i < CUTS; i++) {
                crowd.awaitAcceptedMore(ON_THE_WAY);
                // Held, so that these are surely published and surely never arrive.
                link.stallToServer();
                crowd.awaitAcceptedMore(ON_THE_WAY);
                link.cut();
                crowd.awaitAcceptedMore(ON_THE_WAY);
                link.restore();
            }
            crowd.goHome();
        }
        town.assertEveryPromiseKept();
    }

    @Test
    void doubles_nothing_when_the_apis_link_is_cut_with_confirms_on_their_way_back(Town town) {
        TcpProxy link = town.platform().brokerLink(Service.API);
        try (Crowd crowd = Crowd.gather(town)) {
            for (int i = 0; i < CUTS; i++) {
                crowd.awaitAcceptedMore(ON_THE_WAY);
                // The broker has these and works on them; only its word does not come back, so they are sent again.
                link.stallToClient();
                crowd.awaitAcceptedMore(ON_THE_WAY);
                link.cut();
                link.restore();
            }
            crowd.goHome();
        }
        town.assertEveryPromiseKept();
    }
}
