package com.byajbook.localstack.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.byajbook.localstack.processes.ProcessRecord;
import com.byajbook.localstack.processes.Signal;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real servers in a stack of their own, since these tests kill them. */
@Timeout(120)
class LocalServersIT {
    private static final LocalServers SERVERS =
            LocalServers.onFreePorts(StackHome.of("servers-it"), Map.of(), System.err::println);

    @BeforeEach
    void start() {
        SERVERS.start();
    }

    @AfterAll
    static void leaveNothingBehind() {
        SERVERS.stop();
        SERVERS.wipe();
    }

    @Test
    void postgres_keeps_its_data_and_port_across_a_stop() throws SQLException {
        String value = writeRow();
        int port = SERVERS.postgres().port();

        SERVERS.postgres().stop();
        assertThat(SERVERS.postgres().isReady()).isFalse();
        SERVERS.postgres().start();

        assertThat(SERVERS.postgres().port()).isEqualTo(port);
        assertThat(rowExists(value)).isTrue();
    }

    @Test
    void postgres_keeps_what_it_committed_when_it_is_killed() throws SQLException {
        String value = writeRow();

        SERVERS.postgres().kill();
        SERVERS.postgres().start();

        assertThat(rowExists(value)).isTrue();
    }

    @Test
    void postgres_comes_back_when_somebody_else_killed_only_its_first_process() throws SQLException {
        String value = writeRow();

        Signal.KILL.send(SERVERS.postgres().processes().get(0).pid());
        SERVERS.postgres().start();

        assertThat(rowExists(value)).isTrue();
    }

    @Test
    void the_databases_of_the_services_exist() throws SQLException {
        for (String database : Databases.OF_THE_SERVICES) {
            try (java.sql.Connection connection =
                    PostgresUrl.parse(SERVERS.postgres().url()).connect(database)) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void rabbitmq_keeps_a_confirmed_message_of_a_quorum_queue_across_a_stop_and_a_kill() throws Exception {
        String queue = "kept-" + UUID.randomUUID();
        publish(queue, "survives");

        SERVERS.rabbitmq().stop();
        SERVERS.rabbitmq().start();
        SERVERS.rabbitmq().kill();
        SERVERS.rabbitmq().start();

        assertThat(takeFrom(queue)).isEqualTo("survives");
    }

    @Test
    void rabbitmq_leaves_no_process_behind() {
        List<ProcessRecord> processes = SERVERS.rabbitmq().processes();
        assertThat(processes).extracting(ProcessRecord::name).containsExactly("rabbitmq", "rabbitmq-epmd");

        SERVERS.rabbitmq().stop();

        assertThat(processes).noneMatch(ProcessRecord::isRunning);
        assertThat(processesMentioning(SERVERS.home().data("rabbitmq").toString()))
                .isEmpty();
        assertThat(processesMentioning("-port " + processes.get(1).port())).isEmpty();
    }

    @Test
    void redis_keeps_its_data_across_a_stop() throws Exception {
        String key = "kept-" + UUID.randomUUID();
        assertThat(redis("SET " + key + " survives")).isEqualTo("+OK");

        SERVERS.redis().stop();
        SERVERS.redis().start();

        assertThat(redis("EXISTS " + key)).isEqualTo(":1");
    }

    @Test
    void a_second_start_keeps_the_processes_that_run() {
        List<ProcessRecord> before = running();

        SERVERS.start();

        assertThat(running()).isEqualTo(before);
    }

    @Test
    void a_start_after_a_crash_starts_only_what_is_missing() {
        List<ProcessRecord> postgres = SERVERS.postgres().processes();
        SERVERS.redis().kill();

        SERVERS.start();

        assertThat(SERVERS.postgres().processes()).isEqualTo(postgres);
        assertThat(SERVERS.redis().isReady()).isTrue();
    }

    @Test
    void a_server_whose_record_was_lost_is_replaced_and_keeps_its_data() throws SQLException {
        String value = writeRow();
        List<ProcessRecord> before = running();
        SERVERS.home()
                .runFolder()
                .list()
                .forEach(process -> SERVERS.home().runFolder().forget(process.name()));

        SERVERS.start();

        assertThat(before).noneMatch(ProcessRecord::isRunning);
        assertThat(rowExists(value)).isTrue();
    }

    private static List<ProcessRecord> running() {
        return SERVERS.all().stream()
                .flatMap(server -> server.processes().stream())
                .toList();
    }

    private static List<String> processesMentioning(String text) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .map(ProcessHandle.Info::commandLine)
                .flatMap(Optional::stream)
                .filter(line -> line.contains(text))
                .toList();
    }

    private static String writeRow() throws SQLException {
        String value = UUID.randomUUID().toString();
        try (java.sql.Connection connection =
                        PostgresUrl.parse(SERVERS.postgres().url()).connect("intake");
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (value text)");
            statement.execute("insert into kept values ('" + value + "')");
        }
        return value;
    }

    private static boolean rowExists(String value) throws SQLException {
        try (java.sql.Connection connection =
                        PostgresUrl.parse(SERVERS.postgres().url()).connect("intake");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1 from kept where value = '" + value + "'")) {
            return rows.next();
        }
    }

    private static void publish(String queue, String text) throws Exception {
        try (Connection connection = rabbit();
                Channel channel = connection.createChannel()) {
            AMQP.Queue.DeclareOk declared =
                    channel.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
            channel.confirmSelect();
            channel.basicPublish(
                    "", declared.getQueue(), MessageProperties.PERSISTENT_BASIC, text.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        }
    }

    private static String takeFrom(String queue) throws Exception {
        try (Connection connection = rabbit();
                Channel channel = connection.createChannel()) {
            // A quorum queue elects its leader after the broker answers.
            GetResponse message = Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> channel.basicGet(queue, true), java.util.Objects::nonNull);
            return new String(message.getBody(), StandardCharsets.UTF_8);
        }
    }

    private static Connection rabbit() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(SERVERS.rabbitmq().url());
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection();
    }

    private static String redis(String command) throws Exception {
        try (java.net.Socket socket =
                new java.net.Socket("127.0.0.1", SERVERS.redis().port())) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new java.io.BufferedReader(
                            new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
