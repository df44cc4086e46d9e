-- Why: a bank may take a repayment back that it reported as paid, days later, when the loan has gone on or has ended. What
-- the repayment did must be undone then, once, and whether the word of it comes before or after the allocation. And the
-- service looks at its own invariants every minute, which must cost the same whether there are a thousand loans or a million.

-- What is needed to undo an allocation. account_version is null when nothing of it was allocated to an account: it went back
-- as a whole, or it was taken back before it was allocated; then all parts are 0.
alter table repayment
    add column amount_paise    bigint,
    add column account_version int check (account_version > 0), -- the account's, once this was allocated
    add column prepaid_paise   bigint not null default 0 check (prepaid_paise between 0 and principal_paise),
    add column arrears_before  text check (arrears_before in ('REGULAR', 'SMA_0', 'SMA_1', 'SMA_2', 'NPA')),
    add column accrued_until_before date,
    add column accrued_before_paise bigint not null default 0 check (accrued_before_paise >= 0),
    add column reversed_at     timestamptz,
    drop constraint repaid_something;
update repayment
    set amount_paise = penalty_paise + fee_paise + interest_paise + principal_paise + excess_paise;
alter table repayment
    alter column amount_paise set not null,
    add constraint amount_is_positive check (amount_paise > 0),
    add constraint amount_is_its_parts_or_taken_back_before check (
        penalty_paise + fee_paise + interest_paise + principal_paise + excess_paise =
            case when reversed_at is not null and account_version is null
                and penalty_paise + fee_paise + interest_paise + principal_paise + excess_paise = 0
                then 0 else amount_paise end);

-- A loan's repayments, added up when the service looks at its invariants.
create index repayment_of_loan on repayment (loan_id);

-- The instalments that a repayment paid of, made anew or ended, as they were before it. When it is taken back and nothing has
-- happened to the loan since, they stand again.
-- Growth: one or two rows a repayment and what is left of a tenure for a prepayment or foreclosure, about 120 bytes each; 3.6
-- million repayments a year: 0.8 GB. Retention: a bank takes nothing back after half a year; nothing deletes rows yet.
create table replaced_instalment (
    payment_id           uuid   not null references repayment,
    number               int    not null check (number > 0),
    due_on               date   not null,
    penalty_paise        bigint not null,
    fee_paise            bigint not null,
    interest_paise       bigint not null,
    principal_paise      bigint not null,
    penalty_paid_paise   bigint not null,
    fee_paid_paise       bigint not null,
    interest_paid_paise  bigint not null,
    principal_paid_paise bigint not null,
    primary key (payment_id, number)
);

alter table loan_entry
    drop constraint loan_entry_kind_check,
    add constraint loan_entry_kind_check check (kind in
        ('DISBURSAL', 'REPAYMENT', 'PREPAYMENT', 'FORECLOSURE', 'EXIT', 'PENALTY', 'FEE', 'WRITE_OFF', 'REVERSAL',
         'TAKEN_BACK'));

-- A payment stands on a statement once, is charged for at most once, and is taken back at most once.
drop index loan_entry_of_payment;
create unique index loan_entry_of_payment on loan_entry (loan_id, payment_id, (kind = 'FEE'), (kind = 'TAKEN_BACK'))
    where payment_id is not null;

-- Which loans changed lately: what changes the sums of a loan leaves a line. It grows at its right end alone.
create index loan_entry_by_time on loan_entry (at);
