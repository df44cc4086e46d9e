-- Why: an operator changes a bound while the service runs. It is stored once, every replica follows it, it reverts by
-- itself when it was meant for a while, and who did it, when and why stays known.

-- What each limit was changed to. A limit that nobody ever changed has no row: it is what the configuration says.
-- Growth: at most one row a limit, some dozens. Retention: none, it is state.
create table live_limit (
    name       text        primary key,
    -- In the limit's own unit. Null gives it back to the configuration, so that a later release's figure counts.
    value      bigint,
    -- The number of changes of this limit: what an operator has seen must still be so when the change is stored.
    version    bigint      not null check (version > 0),
    reason     text        not null,
    changed_by text        not null,
    changed_at timestamptz not null,
    expires_at timestamptz,
    -- What it becomes then; null gives it back to the configuration.
    reverts_to bigint      check (reverts_to is null or expires_at is not null)
);

-- The number of changes of all limits. Its row is locked by each change until the commit, so that the numbers are in
-- commit order and who has read one has read all before it; a sequence would not promise that.
-- Growth: one row, for ever.
create table limit_version (
    only_row boolean primary key default true check (only_row),
    version  bigint  not null
);
insert into limit_version (version) values (0);

-- Who changed which limit, when and why, with the values that were in force. Rows are never changed.
-- Growth: one row a change by hand or by expiry. Retention: 400 days (byajbook.control.audit-retention).
create table limit_change (
    version       bigint      primary key,
    limit_name    text        not null,
    limit_version bigint      not null,
    kind          text        not null check (kind in ('CHANGED', 'REVERTED')),
    old_value     bigint,
    new_value     bigint,
    reason        text        not null,
    changed_by    text        not null,
    changed_at    timestamptz not null,
    expires_at    timestamptz,
    unique (limit_name, limit_version)
);

create function limit_change_is_evidence() returns trigger language plpgsql as $$
begin
    raise exception 'entries of limit_change are never changed';
end
$$;
create trigger limit_change_is_evidence before update on limit_change
    for each row execute function limit_change_is_evidence();

-- The replicas of this service that live, as each tells once a second. Unlogged: after a crash of the server it is
-- empty, and full again a second later; logging it would be most of what an idle service writes.
-- Growth: one row a replica, 1 to 20 KB. Retention: a minute after the last heartbeat.
create unlogged table replica (
    id              text        primary key,
    service         text        not null,
    started_at      timestamptz not null,
    seen_at         timestamptz not null,
    applied_version bigint      not null,
    stages          jsonb       not null
) with (fillfactor = 50);
