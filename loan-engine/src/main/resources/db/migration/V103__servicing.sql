-- Why: a loan that was paid out is repaid in parts, late, early or too much, and every paisa must be found again: with the
-- borrower's instalments, with the lenders' shares, and on the statement. Every change of a loan locks its row of
-- loan_account first, several in the order of their ids. The checks hold what one row can hold of the invariants: nothing is
-- paid beyond its charge (7), what is outstanding, repaid and written off is the principal (4, 6), and no charge is ever
-- interest (10). What spans rows is kept by the writer and checked by tests: the shares of a loan add up to its principal
-- (4), its instalments and prepayments too (6), and what lenders got is what was collected (8).

-- How a loan in service stands. allocation_order, penal_percent_per_month, bounce_charge_paise and cooling_off_days are those of the product's
-- version that the loan was made with.
-- Growth: one row a loan paid out, about 350 bytes; 300,000 a year: 0.1 GB with its indexes.
-- Retention: eight years after the loan has ended; nothing deletes rows yet.
create table loan_account (
    loan_id                   uuid primary key,
    borrower_id               uuid    not null,
    principal_paise           bigint  not null check (principal_paise > 0),
    annual_rate_pct           numeric not null check (annual_rate_pct >= 0),
    tenure_months             int     not null check (tenure_months > 0),
    emi_paise                 bigint  not null check (emi_paise >= 0),
    disbursed_on              date    not null,
    penal_percent_per_month   numeric not null check (penal_percent_per_month >= 0),
    bounce_charge_paise       bigint  not null check (bounce_charge_paise >= 0),
    cooling_off_days          int     not null check (cooling_off_days >= 0),
    allocation_order          text    not null,
    state                     text    not null check (state in
        ('ACTIVE', 'CLOSED', 'EXITED', 'WRITTEN_OFF', 'REVERSED')),
    arrears                   text    not null check (arrears in ('REGULAR', 'SMA_0', 'SMA_1', 'SMA_2', 'NPA')),
    oldest_unpaid_due         date,             -- of what is owed, in arrears or not; null when the service has ended
    outstanding_paise         bigint  not null check (outstanding_paise >= 0),
    prepaid_paise             bigint  not null check (prepaid_paise >= 0),
    collected_principal_paise bigint  not null,
    collected_lender_paise    bigint  not null, -- interest and principal so far: what lenders share
    written_off_paise         bigint  not null check (written_off_paise >= 0),
    accrued_until             date,             -- when the balance last changed within a month, and the month's interest
    accrued_paise             bigint  not null check (accrued_paise >= 0), -- until then
    day_end_done              date,             -- the last day whose end was reckoned while the loan was in arrears
    version                   int     not null check (version > 0),
    constraint principal_is_repaid_owed_or_given_up check (
        outstanding_paise + collected_principal_paise + written_off_paise = principal_paise),
    constraint prepaid_is_repaid check (prepaid_paise <= collected_principal_paise),
    constraint lenders_share_principal_and_interest check (collected_lender_paise >= collected_principal_paise),
    constraint ended_with_nothing_outstanding check (state = 'ACTIVE' or outstanding_paise = 0),
    -- What the bank sent back was never owed, and is given up in the same way.
    constraint written_off_in_those_states_alone check (state in ('WRITTEN_OFF', 'REVERSED') or written_off_paise = 0),
    constraint owes_while_active check ((state = 'ACTIVE') = (oldest_unpaid_due is not null))
) with (fillfactor = 80); -- room for updates in place: the row changes with every repayment

-- The day's end walks the accounts in service by id, and looks at those in arrears.
create index loan_account_in_service on loan_account (loan_id) where state = 'ACTIVE';

-- An instalment: what it costs and what is paid of it. A prepayment replaces those that are not due yet.
-- Growth: tenure rows a loan, 12 on average, about 120 bytes each; 300,000 loans a year: 0.5 GB. Retention: as its account.
create table instalment (
    loan_id             uuid   not null references loan_account,
    number              int    not null check (number > 0),
    due_on              date   not null,
    penalty_paise       bigint not null,
    fee_paise           bigint not null,
    interest_paise      bigint not null,
    principal_paise     bigint not null,
    penalty_paid_paise  bigint not null,
    fee_paid_paise      bigint not null,
    interest_paid_paise bigint not null,
    principal_paid_paise bigint not null,
    primary key (loan_id, number),
    constraint penalty_within_charge check (penalty_paid_paise between 0 and penalty_paise),
    constraint fee_within_charge check (fee_paid_paise between 0 and fee_paise),
    constraint interest_within_charge check (interest_paid_paise between 0 and interest_paise),
    constraint principal_within_charge check (principal_paid_paise between 0 and principal_paise)
) with (fillfactor = 80);

-- A lender's part in a loan and what it got. One lender may have several positions.
-- Growth: one row a commitment, 10 a loan on average, about 100 bytes; 300,000 loans a year: 0.5 GB with the index.
-- Retention: as its account.
create table lender_share (
    loan_id              uuid   not null references loan_account,
    position             int    not null check (position > 0),
    lender_id            uuid   not null,
    principal_paise      bigint not null check (principal_paise > 0),
    paid_paise           bigint not null check (paid_paise >= 0),
    principal_paid_paise bigint not null,
    primary key (loan_id, position),
    constraint repaid_within_lent check (principal_paid_paise between 0 and principal_paise)
) with (fillfactor = 80);

-- A lender's portfolio, a page at a time.
create index lender_share_of_lender on lender_share (lender_id, loan_id);

-- The lines of a loan's statement. Written once, never changed. entry_no is the account's version, so it may skip numbers.
-- Growth: one row a repayment and one for each day with a penalty, about 130 bytes; 300,000 loans a year with 15 lines
-- each: 0.6 GB. Retention: as its account; partitioning by year pays from a few years on.
create table loan_entry (
    loan_id         uuid        not null references loan_account,
    entry_no        int         not null check (entry_no > 0),
    at              timestamptz not null,
    kind            text        not null check (kind in
        ('DISBURSAL', 'REPAYMENT', 'PREPAYMENT', 'FORECLOSURE', 'EXIT', 'PENALTY', 'FEE', 'WRITE_OFF',
         'REVERSAL')),
    penalty_paise   bigint      not null check (penalty_paise >= 0),
    fee_paise       bigint      not null check (fee_paise >= 0),
    interest_paise  bigint      not null check (interest_paise >= 0),
    principal_paise bigint      not null check (principal_paise >= 0),
    excess_paise    bigint      not null check (excess_paise >= 0),
    payment_id      uuid,
    primary key (loan_id, entry_no)
);

-- A payment stands on a statement once, and is charged for at most once.
create unique index loan_entry_of_payment on loan_entry (loan_id, payment_id, (kind = 'FEE')) where payment_id is not null;

-- Which repayments were allocated, those to loans that owe nothing included: each once, however often it is told of.
-- Growth: one row a repayment, about 130 bytes; 3.6 million a year: 0.7 GB with the key. Retention: as its account.
create table repayment (
    payment_id      uuid primary key,
    loan_id         uuid        not null, -- of no account when the loan is unknown
    penalty_paise   bigint      not null check (penalty_paise >= 0),
    fee_paise       bigint      not null check (fee_paise >= 0),
    interest_paise  bigint      not null check (interest_paise >= 0),
    principal_paise bigint      not null check (principal_paise >= 0),
    excess_paise    bigint      not null check (excess_paise >= 0),
    allocated_at    timestamptz not null,
    constraint repaid_something check (
        penalty_paise + fee_paise + interest_paise + principal_paise + excess_paise > 0)
);

-- How far the end of each day is. The row is the lock under which batches of that day commit one after the other.
-- Growth: one row a day, about 80 bytes. Retention: none needed.
create table day_end_run (
    day          date primary key,
    state        text not null check (state in ('RUNNING', 'DONE')),
    last_loan_id uuid,
    looked       bigint not null default 0 check (looked >= 0),
    charged      bigint not null default 0 check (charged >= 0),
    reclassed    bigint not null default 0 check (reclassed >= 0)
) with (fillfactor = 50);

-- One day at a time, oldest first: a day cannot begin before the one before it is done.
create unique index day_end_run_one_at_a_time on day_end_run (state) where state = 'RUNNING';
