-- Why: money also leaves. A payout is a payment like a collection: submitted once, asked about until its outcome is known,
-- and never doubt resolved by trying again. What differs is where its money comes from, which the ledger knows, and that
-- another provider may try after a definite failure of the first.
alter table payment add column purpose text not null default 'REPAYMENT' check (purpose in
    ('REPAYMENT', 'DEPOSIT', 'DISBURSAL', 'PAYOUT', 'WITHDRAWAL', 'REFUND'));
alter table payment alter column purpose drop default;
alter table payment rename column payer_id to user_id;
alter table payment alter column loan_id drop not null;
alter table payment add check (loan_id is not null or purpose not in ('REPAYMENT', 'DISBURSAL'));
alter table payment add column provider text not null default 'upi';
alter table payment alter column provider drop default;

-- What a repayment paid; null until it was allocated.
alter table payment add column penalty_paise bigint;
alter table payment add column fee_paise bigint;
alter table payment add column interest_paise bigint;
alter table payment add column principal_paise bigint;
alter table payment add column excess_paise bigint;
alter table payment add check (num_nulls(penalty_paise, fee_paise, interest_paise, principal_paise, excess_paise) = 5
    or (purpose = 'REPAYMENT'
        and penalty_paise + fee_paise + interest_paise + principal_paise + excess_paise = amount_paise));

alter table provider_event add column provider text not null default 'upi';
alter table provider_event alter column provider drop default;
