package com.byajbook.notifications.contacts;

import com.byajbook.notifications.wording.Language;
import com.byajbook.platform.message.ContactsChanged;
import com.byajbook.platform.postgres.Rows;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table of contacts. */
@Component
public class PostgresContacts {

    private static final String KEEP = """
            insert into contact (user_id, version, name, phone, language, channels, updated_at)
            select user_id, version, name, phone, language, string_to_array(channels, ','), $7
              from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
                   as c (user_id, version, name, phone, language, channels)
            on conflict (user_id) do update
               set version = excluded.version, name = excluded.name, phone = excluded.phone,
                   language = excluded.language, channels = excluded.channels, updated_at = excluded.updated_at
             where contact.version < excluded.version
            """;

    private static final String FIND = """
            select user_id, name, phone, language, channels from contact where user_id = any($1::uuid[])
            """;

    private final DatabaseClient database;
    private final Clock clock;

    PostgresContacts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps the newest version of each person, whatever the order in which versions arrive; within the caller's transaction. */
    public Mono<Void> keep(Collection<ContactsChanged.Contact> changed) {
        if (changed.isEmpty()) {
            return Mono.empty();
        }
        List<ContactsChanged.Contact> newest =
                List.copyOf(newestInOneOrder(changed).values());
        return database.sql(KEEP)
                .bind(0, array(newest, ContactsChanged.Contact::userId, UUID[]::new))
                .bind(1, array(newest, ContactsChanged.Contact::version, Long[]::new))
                .bind(2, array(newest, ContactsChanged.Contact::name, String[]::new))
                .bind(3, array(newest, ContactsChanged.Contact::phone, String[]::new))
                .bind(4, array(newest, ContactsChanged.Contact::language, String[]::new))
                .bind(5, array(newest, contact -> String.join(",", contact.channels()), String[]::new))
                .bind(6, clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /** One row a user, as one statement demands; in one order everywhere, or two batches could wait for each other. */
    private static Map<UUID, ContactsChanged.Contact> newestInOneOrder(Collection<ContactsChanged.Contact> changed) {
        Map<UUID, ContactsChanged.Contact> newest = new TreeMap<>();
        changed.forEach(
                contact -> newest.merge(contact.userId(), contact, (a, b) -> a.version() >= b.version() ? a : b));
        return newest;
    }

    /** The known ones of these people, by user id. */
    public Mono<Map<UUID, Contact>> find(Collection<UUID> userIds) {
        if (userIds.isEmpty()) {
            return Mono.just(Map.of());
        }
        return database.sql(FIND)
                .bind(0, userIds.stream().distinct().toArray(UUID[]::new))
                .map(PostgresContacts::contact)
                .all()
                .collectMap(Contact::userId);
    }

    private static Contact contact(Readable row) {
        return new Contact(
                Rows.get(row, "user_id", UUID.class),
                Rows.get(row, "name", String.class),
                Rows.get(row, "phone", String.class),
                Language.of(Rows.get(row, "language", String.class)),
                Channel.preferred(Arrays.asList(Rows.get(row, "channels", String[].class))));
    }

    private static <T> T[] array(
            List<ContactsChanged.Contact> contacts,
            Function<ContactsChanged.Contact, T> column,
            java.util.function.IntFunction<T[]> type) {
        return contacts.stream().map(column).toArray(type);
    }
}
