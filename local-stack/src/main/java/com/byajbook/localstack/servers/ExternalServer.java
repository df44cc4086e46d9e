package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.processes.ProcessRecord;
import java.net.URI;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A server that somebody else runs and whose URL was given: used, never started, stopped or wiped. */
final class ExternalServer implements Server {
    private final String name;
    private final ServerSettings settings;
    private final String url;
    private final BooleanSupplier answers;

    ExternalServer(String name, ServerSettings settings, String url, BooleanSupplier answers) {
        this.name = name;
        this.settings = settings;
        this.url = url;
        this.answers = answers;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return URI.create(url).getPort();
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public String portSetting() {
        return settings.portSetting();
    }

    @Override
    public List<ProcessRecord> processes() {
        return List.of();
    }

    @Override
    public boolean isReady() {
        return answers.getAsBoolean();
    }

    @Override
    public void start() {
        if (!isReady()) {
            throw new LocalStackException(settings.what() + " at " + settings.urlSetting()
                    + " does not answer. Start it, or unset " + settings.urlSetting() + " to use a private one.");
        }
    }

    @Override
    public void stop() {
        // Not ours to stop.
    }

    @Override
    public void kill() {
        throw new LocalStackException(settings.what() + " was given by " + settings.urlSetting()
                + ", so it is not ours to kill. Unset it to run this on a private server.");
    }

    @Override
    public void wipe() {
        // Not ours to wipe.
    }
}
