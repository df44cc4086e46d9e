package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.Ports;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports that were picked rather than chosen by a person, remembered so that a restarted server comes back on its own. */
final class PortBook {
    private final Path file;
    private final StackLock lock;

    PortBook(StackHome home) {
        this.lock = new StackLock(home, "ports");
        this.file = home.folder().resolve("ports.properties");
    }

    /** The port recorded under that name; picked and recorded if there is none. */
    int portOf(String name) {
        String recorded = read().getProperty(name);
        return recorded != null ? Integer.parseInt(recorded) : freePortOf(name);
    }

    /** The recorded port, or another if there is none yet or somebody took it meanwhile. */
    int freePortOf(String name) {
        AtomicInteger port = new AtomicInteger();
        lock.during(() -> {
            Properties ports = read();
            String recorded = ports.getProperty(name);
            if (recorded != null && Ports.isFree(Integer.parseInt(recorded))) {
                port.set(Integer.parseInt(recorded));
            } else {
                port.set(pick(ports));
                ports.setProperty(name, port.toString());
                write(ports);
            }
        });
        return port.get();
    }

    private static int pick(Properties taken) {
        int port = Ports.pickFree();
        while (taken.containsValue(Integer.toString(port))) {
            port = Ports.pickFree();
        }
        return port;
    }

    private Properties read() {
        Properties ports = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                ports.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ports;
    }

    private void write(Properties ports) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "ports", ".draft");
            try (Writer writer = Files.newBufferedWriter(draft)) {
                ports.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
