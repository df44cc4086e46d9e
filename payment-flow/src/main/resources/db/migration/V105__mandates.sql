-- Why: a borrower may let us collect each instalment by a mandate at the UPI provider. Asking for one and giving it back move
-- no money, so both are repeated under the same id until the provider has answered; what is owed to a mandate, and from when
-- on, stands beside it as with payments.

-- One row a mandate, changed about twice in its life.
-- Growth: one row a loan with autopay, about 150 bytes; 200,000 a year: 50 MB with its indexes. Retention: none, these are books.
create table mandate (
    mandate_id       uuid        primary key,
    loan_id          uuid        not null,
    payer_id         uuid        not null,
    max_amount_paise bigint      not null check (max_amount_paise >= 0), -- 0: given back before it was asked for
    state            text        not null check (state in ('REQUESTED', 'ACTIVE', 'REJECTED', 'REVOKING', 'REVOKED')),
    version          int         not null check (version > 0),
    reason           text,
    silences         int         not null check (silences >= 0),
    due_at           timestamptz, -- the lease of whoever has taken the step as well
    requested_at     timestamptz not null,
    updated_at       timestamptz not null,
    check ((due_at is not null) = (state in ('REQUESTED', 'REVOKING')))
) with (fillfactor = 80);
create index mandate_due on mandate (due_at) where due_at is not null;

-- By which mandate an instalment is debited; null for what a payer approves.
alter table payment add column mandate_id uuid;
alter table payment add check (mandate_id is null or purpose = 'REPAYMENT');
