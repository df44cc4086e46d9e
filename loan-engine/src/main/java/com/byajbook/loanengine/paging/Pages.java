package com.byajbook.loanengine.paging;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.problem.ProblemType;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Pages of one kind of list: their bounds, and their cursors. */
public final class Pages {

    private final CursorSeal cursors;
    private final int defaultSize;
    private final int largestSize;

    /** Pages whose cursors are sealed with this secret. */
    public Pages(String secret, int defaultSize, int largestSize) {
        this.cursors = new CursorSeal(secret);
        this.defaultSize = defaultSize;
        this.largestSize = largestSize;
    }

    /** The page that a caller asks for, by the words that the caller used. */
    public <T> Mono<Page<T>> get(Asked asked, Query<T> query, Function<T, Cursor> position) {
        Integer wanted = asked.limit();
        int size = wanted == null ? defaultSize : wanted;
        if (size < 1 || size > largestSize) {
            return Mono.error(() -> Failure.invalid(
                    ProblemType.INVALID_PARAMETER, "limit must lie between 1 and " + largestSize + "."));
        }
        return Mono.defer(() -> query.list(start(asked), size + 1)).map(found -> page(found, asked, size, position));
    }

    private @Nullable Cursor start(Asked asked) {
        String after = asked.after();
        return after == null ? null : cursors.open(after, asked.owner());
    }

    /** One item more than fits was asked for: whether it came says whether there is another page. */
    private <T> Page<T> page(List<T> found, Asked asked, int size, Function<T, Cursor> position) {
        if (found.size() <= size) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, size);
        return new Page<>(items, cursors.seal(position.apply(items.get(size - 1)), asked.owner()));
    }

    /** What a caller asks: whose list, after which cursor, and how much of it. */
    public record Asked(
            UUID owner, @Nullable String after, @Nullable Integer limit) {}

    /** Lists from new to old. */
    @FunctionalInterface
    public interface Query<T> {

        /** Up to {@code limit} items, those after the cursor if there is one. */
        Mono<List<T>> list(@Nullable Cursor after, int limit);
    }
}
