-- Why: an offer that was accepted is put before lenders, funded by many of them at once and paid out. However many of them
-- come at the same moment, and however often a message is delivered, a loan is never promised more than it asks for, and no
-- lender goes over a cap. The first is the row of listing, which every promise to a loan locks; the second are the rows of
-- lender_exposure and pair_exposure. Locks are taken in one order by everybody: loan, listing, lender_exposure,
-- pair_exposure, borrower_exposure, and within a table by id. Commitments are guarded by the lock on their listing.

alter table loan drop constraint loan_status_check;
alter table loan add constraint loan_status_check check (status in (
    'OFFERED', 'DECLINED', 'REFERRED', 'LISTED', 'FUNDED', 'DISBURSING', 'ACTIVE', 'CLOSED', 'WRITTEN_OFF', 'EXPIRED',
    'CANCELLED'));

-- Why a loan ended without having been paid out, or although it had been.
alter table loan add column end_reason text;
alter table loan add constraint ended_with_reason check ((status in ('EXPIRED', 'CANCELLED')) = (end_reason is not null));

-- Offers that nobody took, oldest first; the few that are open are all it holds.
create index open_offer on loan (decided_at) where status = 'OFFERED';

-- What a borrower has open: offered and not ended, or outstanding. Invariant: open_paise = the sum of the borrower's loans
-- in OFFERED, LISTED, FUNDED, DISBURSING, ACTIVE and WRITTEN_OFF; EXPIRED, CANCELLED and CLOSED give it back. (The column of
-- loan_decision keeps its name: it tells what was known at that time.)
alter table borrower_exposure rename column open_offers_paise to open_paise;

-- What borrowers answered to their offers. The accepted row is the first half of the agreement; the others say why nothing
-- happened.
-- Growth: one row an answer, about 150 bytes. Retention: as its loan; refused answers, one year.
create table offer_acceptance (
    message_id  uuid primary key,
    loan_id     uuid        not null,
    borrower_id uuid        not null,
    kfs_hash    text        not null,
    accepted_at timestamptz not null,
    outcome     text        not null
);
create unique index one_acceptance_a_loan on offer_acceptance (loan_id) where outcome = 'ACCEPTED';

-- What borrowers who wanted to leave a loan were told.
-- Growth: one row a wish, about 100 bytes. Retention: as its loan.
create table loan_cancellation (
    message_id  uuid primary key,
    loan_id     uuid        not null,
    borrower_id uuid        not null,
    asked_at    timestamptz not null,
    outcome     text        not null
);

-- How far a loan is funded. Invariants: reserved_paise = the sum of its commitments in RESERVED, held_paise = those in HELD
-- and INVESTED, lenders = how many these are. OPEN exactly while the loan is LISTED.
-- Growth: one row an accepted offer, about 120 bytes. Retention: as its loan.
create table listing (
    loan_id        uuid primary key references loan,
    borrower_id    uuid        not null,
    amount_paise   bigint      not null check (amount_paise > 0),
    reserved_paise bigint      not null check (reserved_paise >= 0),
    held_paise     bigint      not null check (held_paise >= 0),
    lenders        int         not null check (lenders >= 0),
    state          text        not null check (state in ('OPEN', 'FUNDED', 'CLOSED')),
    listed_at      timestamptz not null,
    expires_at     timestamptz not null,
    constraint never_more_than_asked check (reserved_paise + held_paise <= amount_paise)
) with (fillfactor = 70); -- room for updates in place: the row changes with every commitment

-- The market, newest first, and what is due to leave it; both hold what is open and nothing else.
create index open_listing on listing (listed_at desc, loan_id desc) where state = 'OPEN';
create index due_listing on listing (expires_at) where state = 'OPEN';

-- What one lender promised to one loan. A commitment to what was never listed is refused and kept as well: whoever was told
-- "accepted" must find an answer; it has no borrower.
-- Growth: one row a commitment, about 200 bytes with its indexes; ten a loan on average: 2 GB a year at 1 million loans.
-- Retention: invested ones as their loan; refused and released ones, one year.
create table commitment (
    id           uuid primary key,
    loan_id      uuid        not null,
    lender_id    uuid        not null,
    borrower_id  uuid,
    amount_paise bigint      not null check (amount_paise > 0),
    state        text        not null check (state in ('RESERVED', 'HELD', 'REFUSED', 'INVESTED', 'RELEASED')),
    version      int         not null check (version > 0),
    reason       text,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    constraint ended_with_reason check ((state in ('REFUSED', 'RELEASED')) = (reason is not null)),
    constraint promised_to_a_borrower check (borrower_id is not null or state = 'REFUSED')
) with (fillfactor = 80);

-- A lender's commitments, newest first, a page at a time; and what counts for a loan.
create index commitment_of_lender on commitment (lender_id, created_at desc, id desc);
create index live_commitment_of_loan on commitment (loan_id) where state in ('RESERVED', 'HELD', 'INVESTED');

-- What a lender has promised and lent, in all and to one borrower. Kept and not summed up, because the rows must exist anyway
-- to be locked. Invariant until a loan is served: the sum of the commitments in RESERVED, HELD and INVESTED; from then on it
-- falls with the principal that comes back.
-- Growth: one small row a lender, and one a pair of lender and borrower that ever met: ten a loan, about 60 bytes each.
-- Retention: lenders, none, it is state; pairs at nothing may be deleted at any time, nothing does yet.
create table lender_exposure (
    lender_id       uuid primary key,
    committed_paise bigint      not null check (committed_paise >= 0),
    updated_at      timestamptz not null
) with (fillfactor = 70);

create table pair_exposure (
    lender_id       uuid        not null,
    borrower_id     uuid        not null,
    committed_paise bigint      not null check (committed_paise >= 0),
    updated_at      timestamptz not null,
    primary key (lender_id, borrower_id)
) with (fillfactor = 70);

-- What borrower and lenders agreed to, exactly as it was made, and its SHA-256.
-- Growth: one row a funded loan, 1 KB and 150 bytes a lender. Retention: eight years after the loan closes.
create table agreement (
    loan_id     uuid primary key references loan,
    borrower_id uuid        not null,
    hash        text        not null,
    agreement   text        not null,
    made_at     timestamptz not null
);
