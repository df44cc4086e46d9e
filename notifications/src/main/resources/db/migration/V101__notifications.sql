-- Why: what is said to a person is decided when an event arrives and delivered later, by a gateway that may be away for hours.
-- So the intent is written first, with the id that the gateway will see on every attempt, and its state is the queue.

-- Whom to tell, as the api last said; the version keeps an older event from overwriting a newer one.
-- Growth: one row a user. Retention: as long as the user.
create table contact (
    user_id    uuid        primary key,
    version    bigint      not null,
    name       text        not null,
    phone      text        not null,
    language   text        not null,
    channels   text[]      not null,
    updated_at timestamptz not null
);

-- One message to one person about one event.
--   WAITING    its recipient is not known yet; looked at again until waiting.give-up-after
--   PENDING    has its text and its channel; due_at is when it may be (re)tried, or the end of a lease
--   DELIVERED  the gateway took it
--   FAILED     no channel took it, or it was too late to matter; last_error says which
-- Growth: one row a loan decision and one a finished payment; about 0.5 kB. Retention: delivered and failed rows are deleted
-- 30 days after they finished (delivery.retention), 5,000 at a time.
create table notification (
    id          uuid        primary key,
    event_id    uuid        not null,
    recipient   uuid        not null,
    kind        text        not null,
    facts       jsonb       not null,
    state       text        not null check (state in ('WAITING', 'PENDING', 'DELIVERED', 'FAILED')),
    channel     text,
    fallbacks   text[]      not null,
    phone       text,
    -- Written once, when the recipient is known: a gateway refuses an id that comes back with another text.
    text        text,
    attempts    int         not null default 0,
    due_at      timestamptz not null,
    last_error  text,
    created_at  timestamptz not null,
    finished_at timestamptz,
    constraint notification_once unique (event_id, recipient),
    constraint notification_addressed
        check (state in ('WAITING', 'FAILED') or (channel is not null and phone is not null and text is not null)),
    constraint notification_finished check ((state in ('DELIVERED', 'FAILED')) = (finished_at is not null))
);
create index notification_due on notification (channel, due_at) where state = 'PENDING';
create index notification_waiting on notification (due_at) where state = 'WAITING';
create index notification_waiting_for on notification (recipient) where state = 'WAITING';
create index notification_finished_at on notification (finished_at) where finished_at is not null;
