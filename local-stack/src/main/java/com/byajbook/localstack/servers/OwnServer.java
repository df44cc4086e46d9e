package com.byajbook.localstack.servers;

import com.byajbook.localstack.processes.LocalStackException;
import com.byajbook.localstack.processes.LogTail;
import com.byajbook.localstack.processes.ProcessRecord;
import com.byajbook.localstack.processes.RunFolder;
import com.byajbook.localstack.processes.Signal;
import com.byajbook.localstack.processes.Strays;
import com.byajbook.localstack.processes.Termination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** What our own servers have in common: one recorded process that serves a port and that a signal ends. */
abstract class OwnServer implements Server {
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);

    private final ServerSettings settings;
    private final StackLock lock;
    private final PortChoice port;
    private final Signal stopSignal;
    private final String name;
    final StackHome home;
    final RunFolder run;

    OwnServer(String name, ServerSettings settings, StackHome home, PortChoice port, Signal stopSignal) {
        this.name = name;
        this.settings = settings;
        this.port = port;
        this.home = home;
        this.run = home.runFolder();
        this.lock = new StackLock(home, name);
        this.stopSignal = stopSignal;
    }

    /** Starts the process on that port; it need not answer yet. */
    abstract ProcessRecord launch(int onPort);

    abstract String urlOn(int port);

    abstract boolean answers();

    @Override
    public final String name() {
        return name;
    }

    /** The port it runs on, else the one that it would start on. */
    @Override
    public final int port() {
        return run.find(name).map(ProcessRecord::port).orElseGet(port::expected);
    }

    @Override
    public final String url() {
        return urlOn(port());
    }

    @Override
    public String portSetting() {
        return settings.portSetting();
    }

    @Override
    public List<ProcessRecord> processes() {
        return run.find(name).stream().toList();
    }

    @Override
    public boolean isReady() {
        return run.find(name).isPresent() && answers();
    }

    @Override
    public void start() {
        lock.during(this::startLocked);
    }

    @Override
    public void stop() {
        lock.during(() -> {
            run.find(name).ifPresent(process -> Termination.end(process, stopSignal, STOPPED_WITHIN));
            run.forget(name);
        });
    }

    @Override
    public void kill() {
        lock.during(() -> {
            run.find(name).ifPresent(Termination::kill);
            run.forget(name);
        });
    }

    @Override
    public void wipe() {
        lock.during(() -> {
            try {
                FilePermissions.deleteTree(home.data(name));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot remove the data of " + settings.what(), e);
            }
        });
    }

    private void startLocked() {
        // One that runs may be about to end, killed a moment ago; only what we launch ourselves has to live.
        if (run.find(name).filter(this::isReadyInTime).isEmpty()) {
            stop();
            ProcessRecord launched = launchFresh();
            if (!isReadyInTime(launched)) {
                boolean ended = !launched.isRunning();
                stop();
                throw new LocalStackException(settings.what()
                        + (ended
                                ? " ended while it started. "
                                : " did not answer within " + READY_WITHIN.toSeconds() + " s. ")
                        + LogTail.of(launched.log()));
            }
        }
    }

    private boolean isReadyInTime(ProcessRecord process) {
        return Termination.waitUntil(() -> !process.isRunning() || answers(), READY_WITHIN) && process.isRunning();
    }

    private ProcessRecord launchFresh() {
        Strays.endWriterOf(home.logs().resolve(name + ".log"));
        ProcessRecord launched = launch(port.forLaunch());
        run.remember(launched);
        return launched;
    }
}
