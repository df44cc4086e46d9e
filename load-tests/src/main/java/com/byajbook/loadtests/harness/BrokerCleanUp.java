package com.byajbook.loadtests.harness;

import java.util.List;

/** Removes a suite's exchanges and queues from a broker that others use too. */
final class BrokerCleanUp {
    private static final List<String> EXCHANGES =
            List.of("byajbook.commands", "byajbook.events", "byajbook.dead-letters");

    private final BrokerView broker;
    private final String prefix;

    BrokerCleanUp(String rabbitUrl, String prefix) {
        this.broker = new BrokerView(rabbitUrl, prefix);
        this.prefix = prefix;
    }

    /** Never without a prefix: those names belong to a platform that somebody uses. */
    void run() {
        if (prefix.isEmpty()) {
            return;
        }
        try {
            int removed = broker.withChannel(channel -> {
                for (String queue : Queues.ALL) {
                    channel.queueDelete(prefix + queue);
                    channel.queueDelete(prefix + Queues.dead(queue));
                }
                for (String exchange : EXCHANGES) {
                    channel.exchangeDelete(prefix + exchange);
                }
                return Queues.ALL.size();
            });
            assert removed == Queues.ALL.size();
        } catch (HarnessException brokerGone) {
            System.err.println("The suite's queues " + prefix + "* stay on the broker: " + brokerGone.getMessage());
        }
    }
}
