-- Why: a 202 means that the command stands here, committed together with its message in the outbox. The primary key is
-- what makes a retry harmless: id is the version 5 UUID of (actor, operation, idempotency key), so those three need no
-- unique index of their own, and each row costs one index entry less on the hottest insert of the platform.
-- Growth: one row for each accepted request, about 400 bytes with its index entries; at 1 million requests a day, 3 GB.
-- Retention: 7 days (byajbook.intake.key-retention), deleted in small statements by the api itself.
create table intake (
    id              uuid        primary key,
    actor           uuid        not null,
    operation       text        not null,
    idempotency_key text        not null,
    body_hash       bytea       not null check (octet_length(body_hash) = 32),
    -- The canonical body: what a read is answered from until the owner has taken the work.
    body            text        not null,
    accepted_at     timestamptz not null
) with (
    -- Deleted and inserted evenly all day: vacuum in small bites instead of one large one a week.
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_vacuum_insert_scale_factor = 0.05
);

-- For the clean-up alone. Inserts come in time order, so that this index grows at its right edge only.
create index intake_accepted_at on intake (accepted_at);
