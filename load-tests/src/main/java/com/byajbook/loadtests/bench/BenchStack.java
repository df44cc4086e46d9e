package com.byajbook.loadtests.bench;

import com.byajbook.loadtests.harness.SqlDatabase;
import com.byajbook.localstack.processes.ProcessRecord;
import com.byajbook.localstack.servers.Databases;
import com.byajbook.localstack.servers.LocalServers;
import com.byajbook.localstack.servers.Server;
import com.byajbook.localstack.servers.StackHome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Servers of the benchmark's own, so that nobody's data is in the way and every process can be measured. */
public final class BenchStack implements AutoCloseable {
    private final LocalServers servers;

    private BenchStack(LocalServers servers) {
        this.servers = servers;
    }

    /** Starts them; servers given by the environment are left alone, because their processes may be anywhere. */
    public static BenchStack start() {
        LocalServers servers = LocalServers.onFreePorts(StackHome.of("bench"), Map.of(), System.err::println);
        servers.start();
        return new BenchStack(servers);
    }

    public String freshDatabase(String hint) {
        return new Databases(postgresUrl()).createFresh(hint);
    }

    /** A database of its PostgreSQL. */
    public SqlDatabase database(String name) {
        return new SqlDatabase(postgresUrl(), name);
    }

    public String postgresUrl() {
        return servers.postgres().url();
    }

    public String rabbitUrl() {
        return servers.rabbitmq().url();
    }

    public String redisUrl() {
        return servers.redis().url();
    }

    public double postgresCpuSeconds() {
        return cpuSeconds(servers.postgres());
    }

    public double brokerCpuSeconds() {
        return cpuSeconds(servers.rabbitmq());
    }

    private static double cpuSeconds(Server server) {
        return server.processes().stream()
                .mapToLong(ProcessRecord::pid)
                .mapToDouble(CpuTime::secondsOf)
                .sum();
    }

    /** The processes of all its servers. */
    public List<Long> pids() {
        return Stream.of(servers.postgres(), servers.rabbitmq(), servers.redis())
                .flatMap(server -> server.processes().stream())
                .map(ProcessRecord::pid)
                .toList();
    }

    /** Stops the servers and removes what they stored: the next run begins on empty disks too. */
    @Override
    public void close() {
        servers.stop();
        servers.wipe();
    }
}
