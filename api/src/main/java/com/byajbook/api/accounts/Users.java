package com.byajbook.api.accounts;

import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.ContactsChanged;
import com.byajbook.platform.message.ContactsChanged.Contact;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.messaging.MessageTransaction;
import com.byajbook.platform.messaging.TransientFailures;
import com.byajbook.platform.postgres.Rows;
import com.byajbook.platform.problem.Failure;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table of people; each change of a contact is told to the other services in the same transaction. */
@Component
class Users {

    private static final String FIND = "select * from users where id = $1";

    private static final String PREFER = """
            update users set language = $2, channels = $3, version = version + 1, updated_at = $4
             where id = $1
            returning *
            """;

    private static final String ADD = """
            insert into users (id, phone, name, role, kyc, language, channels, version, created_at, updated_at)
            select id, phone, name, $5, 'COMPLETE', language, '{SMS,WHATSAPP}', 1, $6, $6
              from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as seed (id, phone, name, language)
            on conflict do nothing
            returning *
            """;

    private final DatabaseClient database;
    private final MessageTransaction transaction;
    private final Clock clock;

    Users(DatabaseClient database, MessageTransaction transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Profile> find(UUID id) {
        return database.sql(FIND)
                .bind(0, id)
                .map(Users::profile)
                .one()
                .onErrorMap(TransientFailures::isTransient, Users::unavailable);
    }

    /** Empty when there is no such person. */
    Mono<Profile> prefer(UUID id, String language, String[] channels) {
        return Mono.defer(() -> transaction.commit(update(id, language, channels)))
                .onErrorMap(TransientFailures::isTransient, Users::unavailable)
                .flatMap(told -> find(id));
    }

    /** Adds those that are new, at most {@link ContactsChanged#MAX_CONTACTS} at once. */
    Mono<Void> add(String role, List<LocalUser> users) {
        return Mono.defer(() -> transaction.commit(insert(role, users)))
                .onErrorMap(TransientFailures::isTransient, Users::unavailable)
                .then();
    }

    private Mono<List<Message>> update(UUID id, String language, String[] channels) {
        return database.sql(PREFER)
                .bind(0, id)
                .bind(1, language)
                .bind(2, channels)
                .bind(3, clock.instant().atOffset(ZoneOffset.UTC))
                .map(Users::profile)
                .all()
                .map(Profile::contact)
                .collectList()
                .map(this::announcement);
    }

    private Mono<List<Message>> insert(String role, List<LocalUser> users) {
        return database.sql(ADD)
                .bind(0, users.stream().map(LocalUser::id).toArray(UUID[]::new))
                .bind(1, users.stream().map(LocalUser::phone).toArray(String[]::new))
                .bind(2, users.stream().map(LocalUser::name).toArray(String[]::new))
                .bind(3, users.stream().map(LocalUser::language).toArray(String[]::new))
                .bind(4, role)
                .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
                .map(Users::profile)
                .all()
                .map(Profile::contact)
                .collectList()
                .map(this::announcement);
    }

    /** Named by its first contact and that contact's version: no two announcements share both. */
    private List<Message> announcement(List<Contact> contacts) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        Contact first = contacts.get(0);
        UUID id = Ids.v5(first.userId(), "ContactsChanged:" + first.version());
        Instant now = clock.instant();
        return List.of(new ContactsChanged(id, now, contacts));
    }

    /** A gate that let nobody in has said more than that. */
    private static Failure unavailable(Throwable away) {
        return Failure.behind(away).orElseGet(() -> Failure.unavailable("The directory of people", away));
    }

    private static Profile profile(Readable row) {
        return new Profile(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "phone", String.class),
                Rows.get(row, "name", String.class),
                Rows.get(row, "role", String.class),
                Rows.get(row, "kyc", String.class),
                Rows.get(row, "language", String.class),
                List.of(Rows.get(row, "channels", String[].class)),
                Rows.get(row, "version", Long.class));
    }
}
