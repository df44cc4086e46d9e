-- Why: money moves by double entry or not at all. What the ledger promises stands here as constraints, beside the code that
-- keeps them: a transaction balances in each book, a balance is the sum of its postings, nobody has less than is held, and
-- nothing that was booked is ever changed.

-- The heaps of money that are never mixed: what is booked in one is never booked into another.
-- Growth: none.
create table ledger_book (
    book smallint primary key,
    name text     not null unique
);
insert into ledger_book (book, name) values (1, 'LENDERS_ESCROW'), (2, 'BORROWERS_ESCROW'), (3, 'PLATFORM');

-- The chart of accounts, as the code knows it; a test compares the two.
-- Growth: none.
create table account_kind (
    kind  text     primary key,
    book  smallint not null references ledger_book,
    side  text     not null check (side in ('DEBIT', 'CREDIT')),
    -- Somebody's: can be held and never overdrawn. What nobody owns is shared by all, so it is hot.
    owned boolean  not null,
    unique (kind, book, owned)
);
insert into account_kind (kind, book, side, owned) values
    ('LENDERS_ESCROW', 1, 'DEBIT', false),
    ('LENDER_WALLET', 1, 'CREDIT', true),
    ('LOAN_FUNDS', 1, 'CREDIT', true),
    ('LENDERS_ESCROW_FEES', 1, 'CREDIT', false),
    ('LENDERS_ESCROW_SUSPENSE', 1, 'CREDIT', false),
    ('LENDERS_ESCROW_IN_TRANSIT', 1, 'CREDIT', false),
    ('BORROWERS_ESCROW', 2, 'DEBIT', false),
    ('LOAN_RECEIPTS', 2, 'CREDIT', true),
    ('LENDER_PROCEEDS', 2, 'CREDIT', true),
    ('BORROWERS_ESCROW_FEES', 2, 'CREDIT', false),
    ('BORROWERS_ESCROW_SUSPENSE', 2, 'CREDIT', false),
    ('BORROWERS_ESCROW_IN_TRANSIT', 2, 'CREDIT', false),
    ('PLATFORM_BANK', 3, 'DEBIT', false),
    ('FEE_INCOME', 3, 'CREDIT', false);

-- One row an account, changed by each batch of transactions that touches it. No index has a figure in it, so that the new
-- version of a row stays on its page.
-- Growth: three rows a lender and two a loan, about 100 bytes. Retention: none, these are books.
create table ledger_account (
    account_id    bigint   generated always as identity primary key,
    kind          text     not null,
    -- The lender or the loan; the nil UUID for what nobody owns.
    owner_id      uuid     not null,
    book          smallint not null,
    owned         boolean  not null,
    -- Debits less credits.
    balance_paise bigint   not null default 0,
    held_paise    bigint   not null default 0 check (held_paise >= 0),
    unique (kind, owner_id),
    foreign key (kind, book, owned) references account_kind (kind, book, owned),
    check (owned = (owner_id <> '00000000-0000-0000-0000-000000000000')),
    constraint ledger_account_is_not_overdrawn check (not owned or -balance_paise >= held_paise)
) with (fillfactor = 50);
insert into ledger_account (kind, owner_id, book, owned)
    select kind, '00000000-0000-0000-0000-000000000000', book, owned from account_kind where not owned;
create index ledger_account_shared on ledger_account (account_id) where not owned;

-- One row a transaction. Never changed; that it was undone says the row of its reversal.
-- Growth: about five a repayment and lender, 150 bytes. Retention: none, these are books.
create table ledger_transaction (
    -- Grows with time, so that what is written together lies together. Taken under the locks of the owned accounts, so
    -- what happened on one of those is in this order; of all transactions together it is not the commit order.
    transaction_no bigint      generated always as identity primary key,
    transaction_id uuid        not null unique,
    purpose        text        not null,
    subject_id     uuid        not null,
    fingerprint    uuid        not null,
    postings       int         not null check (postings >= 2),
    reverses       uuid        references ledger_transaction (transaction_id),
    booked_at      timestamptz not null,
    check ((purpose = 'REVERSAL') = (reverses is not null))
);
create unique index ledger_transaction_is_reversed_once on ledger_transaction (reverses) where reverses is not null;

-- One row a posting. Never changed.
-- Growth: two or more a transaction, 60 bytes and one index entry. Retention: none, these are books; old years move to
-- partitions when they outgrow the cache.
create table ledger_posting (
    account_id     bigint      not null,
    transaction_no bigint      not null,
    -- A debit when positive, a credit when negative.
    amount_paise   bigint      not null check (amount_paise <> 0),
    booked_at      timestamptz not null,
    book           smallint    not null,
    -- A transaction has one posting of an account. Statements are read in this order, and a balance as of a time from the
    -- index alone.
    primary key (account_id, transaction_no) include (amount_paise, booked_at)
);
-- What belongs together was written together: a few pages are read for one transaction, and an insert pays nothing.
create index ledger_posting_of_transaction on ledger_posting using brin (transaction_no) with (pages_per_range = 8);

-- One row a hold, changed once.
-- Growth: one row a commitment, 150 bytes. Retention: none, these are books.
create table ledger_hold (
    hold_id      uuid        primary key,
    account_id   bigint      not null references ledger_account,
    subject_id   uuid        not null,
    amount_paise bigint      not null check (amount_paise > 0),
    expires_at   timestamptz not null,
    state        text        not null check (state in ('OPEN', 'POSTED', 'RELEASED', 'EXPIRED')),
    posted_paise bigint      not null,
    -- Looked for at the commit: what a transaction spends must be freed before it is booked.
    posted_by    uuid        references ledger_transaction (transaction_id) deferrable initially deferred,
    opened_at    timestamptz not null,
    resolved_at  timestamptz,
    check ((state = 'OPEN') = (resolved_at is null)),
    check ((state = 'POSTED') = (posted_by is not null)),
    check (posted_paise between 0 and amount_paise and (state = 'POSTED') = (posted_paise > 0))
) with (fillfactor = 80);
-- Open holds only, so that it stays small.
create index ledger_hold_open on ledger_hold (expires_at) where state = 'OPEN';
create index ledger_hold_of_account on ledger_hold (account_id);

-- All postings of a transaction come in one statement, with the transaction, so this sees each of them whole. It also keeps the balances:
-- no other statement changes them, and so a balance is the sum of its postings whatever a program does. The rows that it
-- looks for are few and in memory, whatever the size of their tables.
create function ledger_postings_are_booked() returns trigger language plpgsql set random_page_cost = 1 as $$
declare
    wrong bigint;
    named bigint;
    moved bigint;
begin
    select transaction_no into wrong
        from (select transaction_no, book, sum(amount_paise) as sum from added group by transaction_no, book) as seen
        where sum <> 0 limit 1;
    if found then
        raise exception 'transaction % is out of balance', wrong using errcode = 'check_violation';
    end if;
    select transaction_no into wrong
        from (select transaction_no, count(*) as lines from added group by transaction_no) as seen
        left join ledger_transaction as head using (transaction_no)
        where lines is distinct from postings or head.xmin <> pg_current_xact_id()::xid limit 1;
    if found then
        raise exception 'transaction % does not come whole', wrong using errcode = 'check_violation';
    end if;
    -- Always in one order, so that two batches wait for each other and never form a ring. Owned accounts are locked
    -- before already.
    perform from ledger_account
        where account_id in (select account_id from added) and not owned
        order by account_id for no key update;
    update ledger_account as account set balance_paise = balance_paise + moved.paise
        from (select account_id, book, sum(amount_paise) as paise from added group by account_id, book) as moved
        where account.account_id = moved.account_id and account.book = moved.book;
    get diagnostics moved = row_count;
    select count(distinct account_id) into named from added;
    if moved <> named then
        raise exception 'a posting names an account that is not in its book' using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create trigger ledger_postings_are_booked after insert on ledger_posting
    referencing new table as added
    for each statement execute function ledger_postings_are_booked();

-- What is held follows the holds in the same way.
create function ledger_holds_are_counted() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        update ledger_account as account set held_paise = held_paise + change.paise
            from (select account_id, sum(amount_paise) as paise from after_it where state = 'OPEN' group by account_id)
                as change
            where account.account_id = change.account_id;
    else
        if exists (select from before_it where state <> 'OPEN') then
            raise exception 'a hold is resolved once' using errcode = 'check_violation';
        end if;
        update ledger_account as account set held_paise = held_paise - change.paise
            from (select account_id, sum(amount_paise) as paise from after_it where state <> 'OPEN' group by account_id)
                as change
            where account.account_id = change.account_id;
    end if;
    return null;
end
$$;
create trigger ledger_holds_are_opened after insert on ledger_hold
    referencing new table as after_it
    for each statement execute function ledger_holds_are_counted();
create trigger ledger_holds_are_resolved after update on ledger_hold
    referencing old table as before_it new table as after_it
    for each statement execute function ledger_holds_are_counted();

create function ledger_is_written_once() returns trigger language plpgsql as $$
begin
    raise exception 'what was booked in % is never changed: book the opposite', tg_table_name;
end
$$;
create trigger ledger_posting_is_written_once before update or delete or truncate on ledger_posting
    for each statement execute function ledger_is_written_once();
create trigger ledger_transaction_is_written_once before update or delete or truncate on ledger_transaction
    for each statement execute function ledger_is_written_once();
create trigger ledger_hold_is_kept before delete or truncate on ledger_hold
    for each statement execute function ledger_is_written_once();
