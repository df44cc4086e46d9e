package com.byajbook.api.intake.usecase;

import com.byajbook.api.intake.domain.AcceptedCommand;
import com.byajbook.api.intake.domain.Command;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A table in memory whose next commits go as the script says. Without a script each commit takes 10 ms and succeeds. */
final class ScriptedStore implements IntakeStore {

    static final Duration USUAL = Duration.ofMillis(10);

    /** What the table holds. */
    final Map<UUID, AcceptedCommand> rows = new LinkedHashMap<>();

    /** Every batch that came, in order, with the ids it had. */
    final List<List<UUID>> batches = new ArrayList<>();

    /** Keys of rows that the database refuses. */
    final Set<String> poison = new HashSet<>();

    /** Reading back fails while this is set. */
    boolean unreadable;

    int cancelled;
    private final Deque<Function<Mono<Set<UUID>>, Mono<Set<UUID>>>> script = new ArrayDeque<>();

    /** The next commit goes like this; it is given the commit as it would be. */
    void next(Function<Mono<Set<UUID>>, Mono<Set<UUID>>> commit) {
        script.add(commit);
    }

    @Override
    public Mono<Set<UUID>> commit(List<Command> commands) {
        return Mono.defer(() -> {
            batches.add(commands.stream().map(Command::id).toList());
            Mono<Set<UUID>> usual = Mono.delay(USUAL).map(done -> insert(commands));
            Function<Mono<Set<UUID>>, Mono<Set<UUID>>> scripted = script.poll();
            return (scripted == null ? usual : scripted.apply(usual)).doOnCancel(() -> cancelled++);
        });
    }

    @Override
    public Mono<Map<UUID, AcceptedCommand>> findAll(Collection<UUID> ids) {
        return Mono.defer(() -> {
            if (unreadable) {
                return Mono.error(new IllegalStateException("connection refused"));
            }
            Map<UUID, AcceptedCommand> found = new LinkedHashMap<>(rows);
            found.keySet().retainAll(ids);
            return Mono.just(found);
        });
    }

    private Set<UUID> insert(List<Command> commands) {
        if (commands.stream().anyMatch(command -> poison.contains(command.key()))) {
            throw new RowRefused(new IllegalArgumentException("22021"));
        }
        Set<UUID> fresh = new HashSet<>();
        for (Command command : commands) {
            if (rows.putIfAbsent(command.id(), row(command)) == null) {
                fresh.add(command.id());
            }
        }
        return fresh;
    }

    private static AcceptedCommand row(Command command) {
        return new AcceptedCommand(
                command.id(),
                command.actor(),
                command.operation(),
                command.bodyHash(),
                command.body(),
                command.acceptedAt());
    }
}
