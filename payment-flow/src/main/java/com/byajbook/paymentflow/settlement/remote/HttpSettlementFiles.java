package com.byajbook.paymentflow.settlement.remote;

import com.byajbook.paymentflow.settlement.domain.Line;
import com.byajbook.paymentflow.settlement.usecase.FetchFiles;
import com.byajbook.paymentflow.settlement.usecase.FileSeal;
import com.byajbook.paymentflow.settlement.usecase.FileUnusable;
import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.remote.RemoteService;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;

/** The files over HTTP, each provider behind a gate, a breaker and a deadline that are not those of its payments. */
public final class HttpSettlementFiles implements FetchFiles {

    private static final int PIECES_AHEAD = 2;

    private final Map<String, RemoteService> byProvider;
    private final int batch;
    private final long mostBytes;

    /** At most {@code batch} lines are handed on together, and no file is read beyond {@code mostBytes}. */
    public HttpSettlementFiles(Map<String, RemoteService> byProvider, int batch, long mostBytes) {
        this.byProvider = Map.copyOf(byProvider);
        this.batch = batch;
        this.mostBytes = mostBytes;
    }

    @Override
    public Collection<String> providers() {
        return new TreeSet<>(byProvider.keySet());
    }

    @Override
    public Mono<FileSeal> fetch(String provider, LocalDate day, Function<List<Line>, Mono<Void>> keep) {
        RemoteService remote = byProvider.get(provider);
        if (remote == null) {
            return Mono.error(() -> new FileUnusable("nobody knows where " + provider + " has its files"));
        }
        Mono<FileSeal> call = remote.client()
                .get()
                .uri("/{provider}/v1/settlements/{day}", provider, day)
                .exchangeToMono(response -> read(response, day, keep));
        return remote.guarded(call)
                .onErrorMap(
                        HttpSettlementFiles::isTheirs,
                        error -> new FileUnusable("no file came: " + error.getMessage()));
    }

    private Mono<FileSeal> read(ClientResponse response, LocalDate day, Function<List<Line>, Mono<Void>> keep) {
        if (response.statusCode() != HttpStatus.OK) {
            return response.createError();
        }
        SettlementCsv file =
                new SettlementCsv(day, mostBytes, response.headers().contentLength());
        return response.bodyToFlux(DataBuffer.class)
                .map(HttpSettlementFiles::bytes)
                .concatMapIterable(file::feed, PIECES_AHEAD)
                .buffer(batch)
                .concatMap(lines -> whole(keep.apply(lines)), 1)
                .then(Mono.fromSupplier(file::end));
    }

    /** A deadline ends the reading and never a write half-way: what it writes counts for nothing without a seal. */
    private static Mono<Void> whole(Mono<Void> write) {
        return Mono.fromFuture(() -> write.toFuture(), true);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static boolean isTheirs(Throwable error) {
        return error instanceof Failure || error instanceof WebClientException || error instanceof IOException;
    }
}
