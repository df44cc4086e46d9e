package com.byajbook.api.ops;

import com.byajbook.api.ops.Picture.Part;
import com.byajbook.api.ops.Picture.Replica;
import com.byajbook.platform.control.ReplicaView;
import com.byajbook.platform.problem.Failure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Asks all services once a period and puts one picture together: once for all who watch, and only while somebody does.
 *
 * <p>A service that fails or is late costs the others nothing: it is shown as it was for some seconds, ageing, and then as
 * unreachable.
 */
final class PipeWatch {

    private static final Logger log = LoggerFactory.getLogger(PipeWatch.class);

    /** Between two requests of a poll the watch goes on, instead of starting anew with each. */
    private static final Duration LINGER = Duration.ofSeconds(3);

    private final ControlledServices services;
    private final OpsProperties bounds;
    private final Clock clock;
    private final Flux<Drawn> pictures;

    PipeWatch(ControlledServices services, OpsProperties bounds, PictureJson json, Clock clock) {
        this.services = services;
        this.bounds = bounds;
        this.clock = clock;
        this.pictures = Flux.defer(() -> watch(memory()))
                .map(picture -> new Drawn(picture, json.write(picture)))
                .replay(1)
                .refCount(1, LINGER);
    }

    /** The newest picture at once when somebody else is watching, then each new one; who is slow misses some. */
    Flux<Drawn> pictures() {
        return pictures.onBackpressureLatest();
    }

    private Memory memory() {
        return new Memory(
                new Heartbeats(PipeWatch::millis),
                new LastAnswers(PipeWatch::millis, bounds.silentAfter().toMillis()));
    }

    private Flux<Picture> watch(Memory memory) {
        return Flux.interval(Duration.ZERO, bounds.period())
                .onBackpressureDrop()
                .concatMap(tick -> look(memory), 0);
    }

    private Mono<Picture> look(Memory memory) {
        return Flux.fromIterable(services.all())
                .flatMapSequential(this::ask, services.all().size())
                .collectList()
                .map(answers -> picture(answers, memory));
    }

    private Mono<Answer> ask(ControlledService service) {
        return Mono.defer(service::getReplicas)
                .map(replicas -> new Answer(service.name(), replicas, ""))
                .onErrorResume(Exception.class, problem -> Mono.just(unreachable(service, problem)));
    }

    private static Answer unreachable(ControlledService service, Exception problem) {
        log.debug("{} cannot be asked: {}", service.name(), problem.toString());
        String words =
                problem instanceof Failure failure ? failure.detail() : "It gave an answer that is not understood.";
        return new Answer(service.name(), List.of(), words);
    }

    private Picture picture(List<Answer> answers, Memory memory) {
        List<Part> parts = answers.stream()
                .map(answer -> part(memory.orLast(answer), memory.heartbeats()))
                .toList();
        memory.heartbeats()
                .keep(parts.stream()
                        .flatMap(part -> part.replicas().stream())
                        .map(Replica::replica)
                        .collect(Collectors.toSet()));
        return new Picture(
                clock.instant(),
                parts,
                Bottleneck.find(parts, bounds.silentAfter().toMillis()).orElse(null));
    }

    private static Part part(Answer answer, Heartbeats heartbeats) {
        List<Replica> replicas = answer.replicas().stream()
                .map(replica -> new Replica(
                        replica.replica(),
                        replica.seenAt(),
                        heartbeats.silentMs(replica.replica(), replica.seenAt()),
                        replica.appliedVersion(),
                        replica.stages()))
                .toList();
        return new Part(answer.service(), replicas, answer.problem().isEmpty() ? null : answer.problem());
    }

    private static long millis() {
        return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
    }

    /** A picture and its JSON, written once for all viewers. */
    record Drawn(Picture picture, String json) {}

    /** What is known from earlier pictures of one watch. */
    private record Memory(Heartbeats heartbeats, LastAnswers answers) {

        Answer orLast(Answer answer) {
            if (answer.problem().isEmpty()) {
                answers.remember(answer.service(), answer.replicas());
                return answer;
            }
            return answers.find(answer.service())
                    .map(replicas -> new Answer(answer.service(), replicas, ""))
                    .orElse(answer);
        }
    }

    private record Answer(String service, List<ReplicaView> replicas, String problem) {}
}
