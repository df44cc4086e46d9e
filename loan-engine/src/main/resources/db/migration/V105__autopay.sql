-- Why: a borrower may have instalments collected by themselves. The regulator wants notice 24 hours before, at most 1 + 3
-- attempts, and none while the outcome of another is unknown; so notices and attempts are rows with permanent keys, and what
-- is to be done next, and when, stands beside them. Whoever dies between two steps leaves the next one due.
-- Locks are taken in one order: instalments, then the loan's autopay, then its account.

-- A loan's autopay. seen_on is the checkpoint of the daily look for instalments to give notice of.
-- Growth: one row a loan with autopay, about 150 bytes; 200,000 a year: 50 MB with its indexes. Retention: as the account.
create table autopay (
    loan_id     uuid        primary key,
    borrower_id uuid        not null,
    turn        int         not null check (turn > 0),    -- how often it was asked for
    mandate_id  uuid        not null unique,              -- follows from loan and turn
    state       text        not null check (state in ('REQUESTED', 'ACTIVE', 'REJECTED', 'REVOKED')),
    reason      text,
    since       date,                                     -- what was due before is the borrower's own
    seen_on     date        not null,
    version     int         not null check (version > 0),
    updated_at  timestamptz not null,
    constraint active_since_some_day check (state <> 'ACTIVE' or since is not null)
) with (fillfactor = 80);
create index autopay_unseen on autopay (seen_on, loan_id) where state = 'ACTIVE';

-- An instalment of which notice was given: once, for ever.
-- Growth: tenure rows a loan with autopay, about 100 bytes each; 200,000 loans a year: 0.3 GB. Retention: as the account.
create table autopay_instalment (
    loan_id       uuid        not null,
    number        int         not null check (number > 0),
    due_on        date        not null,
    noticed_at    timestamptz not null,
    noticed_paise bigint      not null check (noticed_paise > 0),
    state         text        not null check (state in ('NOTICED', 'ASKED', 'PAID', 'SKIPPED', 'GIVEN_UP')),
    attempts      int         not null check (attempts between 0 and 4),
    next_at       timestamptz,
    primary key (loan_id, number),
    constraint due_while_noticed check ((state = 'NOTICED') = (next_at is not null)),
    constraint noticed_a_day_before check (next_at is null or next_at >= noticed_at + interval '24 hours')
) with (fillfactor = 80);
create index autopay_instalment_due on autopay_instalment (next_at) where next_at is not null;

-- An attempt: of each number one, for ever.
-- Growth: a little more than one row an instalment, about 120 bytes; 0.4 GB a year. Retention: as the account.
create table autopay_attempt (
    payment_id   uuid        primary key,               -- follows from loan, number and attempt
    loan_id      uuid        not null,
    number       int         not null,
    attempt      int         not null check (attempt between 1 and 4),
    amount_paise bigint      not null check (amount_paise > 0),
    by_mandate   boolean     not null,
    asked_at     timestamptz not null,
    outcome      text        not null check (outcome in ('PENDING', 'UNKNOWN', 'SUCCEEDED', 'FAILED', 'REVERSED')),
    version      int         not null check (version >= 0), -- of the payment, as far as it was heard of
    constraint one_attempt_of_each_number unique (loan_id, number, attempt),
    foreign key (loan_id, number) references autopay_instalment
) with (fillfactor = 80);

-- A loan that was written off, and by whose word.
-- Growth: one row a loan that is written off, about 150 bytes; some thousands a year. Retention: as the account.
create table write_off (
    loan_id           uuid        primary key,
    outstanding_paise bigint      not null check (outstanding_paise > 0),
    written_off_by    text        not null,
    reason            text        not null,
    written_off_at    timestamptz not null
);
