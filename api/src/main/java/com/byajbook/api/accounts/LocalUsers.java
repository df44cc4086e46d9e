package com.byajbook.api.accounts;

import com.byajbook.api.security.AccessTokens;
import com.byajbook.api.security.Role;
import com.byajbook.platform.message.ContactsChanged;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Seeds made-up, KYC-complete people and gives out their tokens; exists on laptops and in load tests only. */
@Component
@ConditionalOnProperty("byajbook.local-users.enabled")
public class LocalUsers {

    private final Users users;
    private final AccessTokens tokens;

    LocalUsers(Users users, AccessTokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    /** One token for each of the first so many people of a role, each a line; the people are there when it arrives. */
    Flux<String> seed(Role role, int count) {
        return Flux.range(1, count)
                .map(number -> LocalUser.numbered(role, number))
                .buffer(ContactsChanged.MAX_CONTACTS)
                .concatMap(chunk -> users.add(role.name(), chunk).thenMany(Flux.defer(() -> tokensOf(role, chunk))));
    }

    /** A chunk's tokens leave as one text: a flush for each of thousands would cost more than signing them. */
    private Flux<String> tokensOf(Role role, List<LocalUser> chunk) {
        StringBuilder lines = new StringBuilder();
        chunk.forEach(user -> lines.append(tokens.issue(user.id(), role, true)).append('\n'));
        return Flux.just(lines.toString());
    }
}
