package com.byajbook.api.web;

import com.byajbook.platform.problem.Failure;
import com.byajbook.platform.remote.RemoteService;
import java.util.Optional;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** One page of a list that its owner keeps, passed on as the owner wrote it. */
public final class OwnersPage {

    private OwnersPage() {}

    /** The page; fails with invalid-cursor where the owner does not know the cursor. Other 4xx come unchanged. */
    public static Mono<byte[]> read(RemoteService owner, PageRequest page, String path, Object... of) {
        return owner.guardedAndRepeated(owner.client()
                        .get()
                        .uri(uri -> uri.path(path)
                                .queryParam("limit", page.limit())
                                .queryParamIfPresent("after", Optional.ofNullable(page.cursor()))
                                .build(of))
                        .retrieve()
                        .bodyToMono(byte[].class))
                .onErrorMap(WebClientResponseException.BadRequest.class, bad -> PageRequest.invalidCursor());
    }

    /** The same of an owner of whom no other 4xx is expected. */
    public static Mono<byte[]> readKnown(
            RemoteService owner, String name, PageRequest page, String path, Object... of) {
        return read(owner, page, path, of)
                .onErrorMap(WebClientResponseException.class, broken -> Failure.unavailable(name, broken));
    }
}
