-- Why: an effect and the messages it causes must be one fact. They are written in one transaction here and travel later.

-- Messages that are committed and not yet confirmed by the broker. A row is deleted when the broker confirmed it: an
-- update would write the whole row and its index entries once more for nothing that anybody reads.
-- Growth: empty in the steady state; one row a message while the broker is away. Bounded by the admission on its size.
create table outbox (
    id           uuid        primary key,
    type         text        not null,
    business_key uuid        not null,
    body         bytea       not null,
    created_at   timestamptz not null,
    -- Until then the process that wrote the row publishes it from memory; afterwards any relay may claim it.
    lease_until  timestamptz not null
);
create index outbox_due on outbox (lease_until);

-- Messages whose effect is committed. It makes an effect happen once however often the message arrives.
-- Growth: one row a consumed message. Retention: 14 days (byajbook.messaging.inbox-retention), far beyond any redelivery.
create table inbox (
    consumer     text        not null,
    message_id   uuid        not null,
    processed_at timestamptz not null,
    primary key (consumer, message_id)
);
create index inbox_processed_at on inbox using brin (processed_at);

-- Messages that can never succeed, with the reason, kept until a person has looked at them.
-- Growth: zero in health; an alarm watches its count. Retention: none, a person deletes.
create table parked_message (
    id         bigint      generated always as identity primary key,
    consumer   text        not null,
    message_id text        not null,
    type       text        not null,
    body       bytea       not null,
    reason     text        not null,
    parked_at  timestamptz not null
);
