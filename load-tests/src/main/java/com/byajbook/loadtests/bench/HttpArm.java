package com.byajbook.loadtests.bench;

import com.byajbook.loadtests.client.People;
import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.harness.ChildProcess;
import com.byajbook.loadtests.harness.Patience;
import com.byajbook.loadtests.harness.SingleService;
import com.byajbook.loadtests.harness.SqlDatabase;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The public endpoint, in one of the intake's modes. */
final class HttpArm implements Arm {
    private static final Duration OUTBOX_EMPTY_WITHIN = Duration.ofMinutes(3);
    private static final long AMOUNT_PAISE = 5_000_000;

    private final String name;
    private final SingleService api;
    private final SqlDatabase database;
    private final RelaySink sink;
    private final boolean relay;
    private final ClosedLoop loop;

    HttpArm(String name, SingleService api, SqlDatabase database, RelaySink sink, boolean relay, int connections) {
        this.name = name;
        this.api = api;
        this.database = database;
        this.sink = sink;
        this.relay = relay;
        this.loop = new ClosedLoop(
                new InetSocketAddress("127.0.0.1", api.address().getPort()), templates(api, connections));
    }

    private static List<RequestTemplate> templates(SingleService api, int connections) {
        List<Person> people = new People(api.ops()).borrowers(connections);
        String run = UUID.randomUUID().toString().substring(0, 8);
        String host = "127.0.0.1:" + api.address().getPort();
        String body = PublicApi.application(AMOUNT_PAISE, 12, "Stock for the shop before Diwali");
        return IntStream.range(0, connections)
                .mapToObj(i -> new RequestTemplate(
                        host, "/v1/loans", people.get(i).token(), "bench-" + run + "-" + i + "-", body))
                .toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Work run(Duration window) {
        return loop.run(window);
    }

    /** Until the relay has brought away all that was accepted; without a relay the outbox is emptied by hand. */
    @Override
    public void settle() {
        if (relay) {
            Patience.until(
                    () -> database.count("select count(*) from outbox") == 0,
                    OUTBOX_EMPTY_WITHIN,
                    () -> "the relay of '" + name + "' still has " + database.count("select count(*) from outbox")
                            + " messages to send");
        } else {
            database.execute("truncate outbox");
        }
        sink.drain();
    }

    @Override
    public double serviceCpuSeconds() {
        ChildProcess process = api.process();
        return CpuTime.secondsOf(process.pid());
    }

    @Override
    public long acknowledged() {
        return loop.acknowledged();
    }

    @Override
    public long stored() {
        return database.count("select count(*) from intake");
    }

    @Override
    public void close() {
        api.close();
        sink.close();
    }
}
