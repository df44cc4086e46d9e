package com.byajbook.api.ops;

import com.byajbook.platform.control.ChangeView;
import com.byajbook.platform.control.LimitView;
import com.byajbook.platform.problem.Failure;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The limits and their changes, of all services side by side; who cannot be asked is named and does not spoil the rest. */
final class LimitsDesk {

    private final ControlledServices services;

    LimitsDesk(ControlledServices services) {
        this.services = services;
    }

    /** All limits by service and name. */
    Mono<AllLimits> all() {
        return Flux.fromIterable(services.all())
                .flatMapSequential(LimitsDesk::limitsOf, services.all().size())
                .collectList()
                .map(AllLimits::new);
    }

    /** The latest changes of all services, newest first. */
    Mono<AllChanges> changes(int count) {
        return Flux.fromIterable(services.all())
                .flatMapSequential(
                        service -> changesOf(service, count), services.all().size())
                .collectList()
                .map(answers -> AllChanges.of(answers, count));
    }

    private static Mono<LimitsOfService> limitsOf(ControlledService service) {
        return service.getLimits()
                .map(limits -> new LimitsOfService(service.name(), limits, null))
                .onErrorResume(
                        Failure.class,
                        failure -> Mono.just(new LimitsOfService(service.name(), List.of(), failure.detail())));
    }

    private static Mono<ChangesOfService> changesOf(ControlledService service, int count) {
        return service.getChanges(count)
                .map(changes -> new ChangesOfService(service.name(), changes, true))
                .onErrorResume(
                        Failure.class, failure -> Mono.just(new ChangesOfService(service.name(), List.of(), false)));
    }

    record AllLimits(List<LimitsOfService> services) {}

    /** @param problem why they cannot be read; null when they can */
    record LimitsOfService(
            String service,
            List<LimitView> limits,
            @Nullable String problem) {}

    /** @param unread the services whose changes cannot be read at the moment */
    record AllChanges(List<Entry> changes, List<String> unread) {

        private static AllChanges of(List<ChangesOfService> answers, int count) {
            List<Entry> newest = answers.stream()
                    .flatMap(answer -> answer.changes().stream().map(change -> new Entry(answer.service(), change)))
                    .sorted(Comparator.comparing((Entry entry) -> entry.change().at())
                            .reversed())
                    .limit(count)
                    .toList();
            List<String> unread = answers.stream()
                    .filter(answer -> !answer.read())
                    .map(ChangesOfService::service)
                    .toList();
            return new AllChanges(newest, unread);
        }
    }

    record Entry(String service, @JsonUnwrapped ChangeView change) {}

    private record ChangesOfService(String service, List<ChangeView> changes, boolean read) {}
}
