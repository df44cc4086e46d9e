-- Why: what the provider tells us payment by payment is not what it settles with the bank. Once a day it says in one file all
-- that it moved. A line that our books do not have, or a payment that the file does not have, is money that somebody misses,
-- so each is kept here until it is settled, with who did it and why.

-- When the money moved by our books, and when it came back: the day whose file must have it. An update changes them once.
alter table payment add column moved_at timestamptz;
alter table payment add column returned_at timestamptz;
update payment set moved_at = updated_at where state in ('SUCCEEDED', 'REVERSED') and utr is not null;
update payment set returned_at = updated_at where state = 'REVERSED';
create index payment_moved on payment (provider, moved_at, payment_id) where moved_at is not null;
create index payment_returned on payment (provider, returned_at, payment_id) where returned_at is not null;

-- One row a day and provider, changed once for each batch of lines.
-- Growth: two rows a day, 400 bytes. Retention: none, it is evidence that we looked.
create table settlement_run (
    provider           text        not null,
    day                date        not null,
    -- How far it is. FETCHED: the whole file is here. COMPARED: each of its lines was looked at. SEARCHED: each of our
    -- movements was looked for.
    state              text        not null check (state in ('DUE', 'FETCHED', 'COMPARED', 'SEARCHED', 'FINISHED')),
    -- From when on somebody may take it; the lease of whoever has. Null when there is nothing to do.
    due_at             timestamptz,
    attempts           int         not null default 0,
    -- The attempt whose lines count; lines of any other were never believed, or were corrected since.
    fetch_no           int         not null default 0,
    -- Where the present step goes on.
    checkpoint         text        not null default '',
    -- Why the last attempt failed; null since one did not.
    problem            text,
    file_lines         int         not null default 0,
    file_bytes         bigint      not null default 0,
    file_sha256        text,
    fetched_at         timestamptz,
    lines              bigint      not null default 0,
    matched            bigint      not null default 0,
    missing_here       bigint      not null default 0,
    missing_there      bigint      not null default 0,
    different          bigint      not null default 0,
    matched_paise      bigint      not null default 0,
    bank_in_paise      bigint      not null default 0,
    bank_out_paise     bigint      not null default 0,
    books_in_paise     bigint      not null default 0,
    books_out_paise    bigint      not null default 0,
    finished_at        timestamptz,
    primary key (provider, day),
    check ((state = 'FINISHED') = (due_at is null)),
    check (lines = matched + missing_here + different)
) with (fillfactor = 50);
-- Runs with something to do only, so that it stays small.
create index settlement_run_due on settlement_run (day, provider) where due_at is not null;

-- What the file said, each movement once.
-- Growth: one row a payment, about 200 bytes with its index entries. Retention: none, it is evidence; years that are over may be
-- dropped by day. Lines of a fetch that does not count are deleted before the next one.
create table settlement_line (
    provider        text        not null,
    day             date        not null,
    fetch_no        int         not null,
    line_no         int         not null,
    reference       text        not null,
    provider_txn_id text        not null,
    direction       text        not null check (direction in ('COLLECT', 'PAY')),
    movement        text        not null check (movement in ('PAID', 'RETURNED')),
    amount_paise    bigint      not null check (amount_paise > 0),
    utr             text        not null,
    settled_at      timestamptz not null,
    primary key (provider, day, fetch_no, reference, movement, utr)
);
-- Whether any day has a movement that ours does not find in its own.
create index settlement_line_of_reference on settlement_line (reference);

-- What the file and our books do not agree on. Changed when it is settled; never deleted.
-- Growth: near zero in health; an alarm watches the open ones. Retention: none.
create table settlement_difference (
    difference_id   uuid        primary key,
    provider        text        not null,
    day             date        not null,
    kind            text        not null check (kind in ('MISSING_HERE', 'MISSING_THERE', 'OPEN_HERE', 'FAILED_HERE',
        'AMOUNT', 'REFERENCE', 'REVERSED')),
    movement        text        not null check (movement in ('PAID', 'RETURNED')),
    direction       text        not null check (direction in ('COLLECT', 'PAY')),
    reference       text        not null,
    line_no         int         not null,
    theirs_paise    bigint,
    theirs_utr      text,
    payment_id      uuid        references payment,
    ours_direction  text        check (ours_direction in ('COLLECT', 'PAY')),
    ours_pot        text        check (ours_pot in ('LENDERS', 'BORROWERS')),
    ours_standing   text        check (ours_standing in ('OPEN', 'FAILED', 'PAID', 'RETURNED')),
    ours_paise      bigint,
    ours_utr        text,
    booked_paise    bigint      not null,
    -- The fetch that had it last.
    seen_fetch      int         not null,
    noticed_at      timestamptz not null,
    state           text        not null check (state in ('OPEN', 'SETTLED')),
    resolution      text        check (resolution in ('BY_ITSELF', 'CORRECTED', 'NETTED', 'ACCEPT_OURS', 'ACCEPT_THEIRS', 'REVERSE_OURS',
        'BOOK_TO_SUSPENSE', 'BOOK_TO_LENDERS_SUSPENSE', 'BOOK_TO_BORROWERS_SUSPENSE', 'REFUND_PAYER')),
    settled_by      text,
    reason          text,
    settled_at      timestamptz,
    foreign key (provider, day) references settlement_run,
    check ((theirs_paise is null) = (theirs_utr is null)),
    check (num_nulls(payment_id, ours_direction, ours_pot, ours_standing, ours_paise) in (0, 5)),
    check (num_nulls(resolution, settled_by, reason, settled_at) = case state when 'OPEN' then 4 else 0 end)
);
create index settlement_difference_of_run on settlement_difference (provider, day);
-- What a later file may settle or open again.
create index settlement_difference_missing_there on settlement_difference (provider)
    where kind = 'MISSING_THERE' and (state = 'OPEN' or resolution = 'NETTED');
create index settlement_difference_open on settlement_difference (kind) where state = 'OPEN';
