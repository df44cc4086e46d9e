package com.byajbook.paymentflow.settlement.usecase;

import com.byajbook.paymentflow.settlement.domain.Line;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The providers' settlement files. */
public interface FetchFiles {

    /** Who settles with us. */
    Collection<String> providers();

    /**
     * Reads a file from its beginning to its end, a batch of lines at a time; the next is read when that one is kept.
     *
     * @return the seal once the file was whole and every line could be read; {@link FileUnusable} otherwise, however many
     *     lines were kept until then
     */
    Mono<FileSeal> fetch(String provider, LocalDate day, Function<List<Line>, Mono<Void>> keep);
}
