package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.DetachedProcess;
import com.byajbook.localstack.processes.ProcessRecord;
import com.byajbook.localstack.processes.Signal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Redis on a private port, with an append-only file and bounded memory. */
final class RedisServer extends OwnServer {
    private static final int PROBE_MILLIS = 1_000;

    RedisServer(StackHome home, PortChoice port) {
        super("redis", ServerSettings.REDIS, home, port, Signal.TERM);
    }

    @Override
    String urlOn(int port) {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    ProcessRecord launch(int onPort) {
        Path data = home.data(name());
        List<String> command = List.of(
                RedisBinary.unpackedBy(new BundledBinaries(home)).toString(),
                "--port",
                Integer.toString(onPort),
                "--bind",
                "127.0.0.1",
                "--dir",
                data.toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "",
                "--maxmemory",
                "256mb",
                // Its title would overwrite the environment by which we know it for ours.
                "--set-proc-title",
                "no",
                // Only what was meant to expire anyway may go early.
                "--maxmemory-policy",
                "volatile-lru");
        return new DetachedProcess(name(), command, Map.of(), data, home.logs().resolve("redis.log"))
                .start(onPort, urlOn(onPort));
    }

    /** A Redis that still loads its file answers PING with an error, so only PONG counts. */
    @Override
    boolean answers() {
        return pong("127.0.0.1", port());
    }

    static boolean pong(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), PROBE_MILLIS);
            socket.setSoTimeout(PROBE_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(5);
            return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
