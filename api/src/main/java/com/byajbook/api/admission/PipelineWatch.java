package com.byajbook.api.admission;

import com.byajbook.platform.control.ReplicaView;
import com.byajbook.platform.control.ServiceReplicas;
import com.byajbook.platform.pipe.Stage;
import com.byajbook.platform.pipe.StageKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the owner of queues, once a second, what waits in each and how fast it is taken off. An owner that does not answer
 * stops nobody: what was heard counts for some seconds, and then nothing is known.
 */
final class PipelineWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PipelineWatch.class);
    private static final String DISCONNECTED = "disconnected";

    private final WebClient owner;
    private final Map<String, DrainEstimate> queues;
    private final PipelineProperties properties;
    private final LongSupplier nanoClock;
    private volatile @Nullable Disposable asking;

    PipelineWatch(
            WebClient owner, Map<String, DrainEstimate> queues, PipelineProperties properties, LongSupplier nanoClock) {
        this.owner = owner;
        this.queues = Map.copyOf(queues);
        this.properties = properties;
        this.nanoClock = nanoClock;
    }

    @Override
    public void start() {
        asking = Flux.interval(Duration.ZERO, properties.period())
                .onBackpressureDrop()
                .concatMap(tick -> ask(), 0)
                .subscribe(answer -> queues.forEach((queue, estimate) -> note(answer.replicas(), queue, estimate)));
    }

    @Override
    public void stop() {
        Disposable running = asking;
        if (running != null) {
            running.dispose();
        }
        asking = null;
    }

    @Override
    public boolean isRunning() {
        return asking != null;
    }

    private Mono<ServiceReplicas> ask() {
        return owner.get()
                .uri("/internal/control/replicas")
                .retrieve()
                .bodyToMono(ServiceReplicas.class)
                .timeout(properties.deadline())
                .onErrorResume(Exception.class, away -> {
                    log.debug("The owner of {} cannot be asked: {}", queues.keySet(), away.toString());
                    return Mono.empty();
                });
    }

    /** Every replica sees the same queue, and each its own consumer. One without a link to the broker knows nothing. */
    private void note(List<ReplicaView> replicas, String queue, DrainEstimate estimate) {
        List<Stage> stages = replicas.stream()
                .flatMap(replica -> replica.stages().stream())
                .filter(stage -> stage.name().equals(queue) && !stage.state().equals(DISCONNECTED))
                .toList();
        List<Stage> consumers = stages.stream()
                .filter(stage -> stage.kind() == StageKind.CONSUMER)
                .toList();
        if (!consumers.isEmpty()) {
            long queued = stages.stream()
                    .filter(stage -> stage.kind() == StageKind.QUEUE)
                    .mapToLong(Stage::queued)
                    .max()
                    .orElse(0);
            long delivered = consumers.stream().mapToLong(Stage::queued).sum();
            double served =
                    consumers.stream().mapToDouble(Stage::servedPerSecond).sum();
            estimate.observe(nanoClock.getAsLong(), queued + delivered, served);
        }
    }
}
