-- Why: an application must end in exactly one decision, however often its command is delivered, and one person must never
-- owe more than the regulator allows, however many of that person's applications are decided at the same moment. The first
-- is the primary key of loan (and the platform's inbox); the second is the row of borrower_exposure, which every decision
-- on a borrower locks before it looks.

-- What a borrower was offered and has not been paid out. Kept as one figure and not summed up from loan, because the row
-- must exist anyway to be locked. Invariant: open_offers_paise = the sum of the borrower's loans in OFFERED.
-- Growth: one small row a borrower, for ever (400,000 borrowers: about 40 MB). Retention: none, it is state, not history.
create table borrower_exposure (
    borrower_id       uuid primary key,
    open_offers_paise bigint      not null check (open_offers_paise >= 0),
    updated_at        timestamptz not null
) with (fillfactor = 70); -- room for updates in place: the row changes with every offer

-- What a loan is now.
-- Growth: one row an application, about 400 bytes; 1 million applications a year: 0.4 GB with the index.
-- Retention: loans that were paid out, eight years after they close; declined and referred ones, one year. Nothing deletes
-- rows yet; a retention job comes with servicing, when a loan can close.
create table loan (
    id                  uuid primary key,
    borrower_id         uuid        not null,
    status              text        not null check (status in ('OFFERED', 'DECLINED', 'REFERRED')),
    version             int         not null check (version > 0),
    amount_paise        bigint      not null check (amount_paise > 0),
    tenure_months       int         not null check (tenure_months > 0),
    purpose             text        not null,
    reasons             text[]      not null,
    annual_rate_pct     numeric,
    apr_pct             numeric,
    emi_paise           bigint,
    fees_paise          bigint,
    total_payable_paise bigint,
    schedule_start      date,
    kfs_hash            text,
    received_at         timestamptz not null,
    decided_at          timestamptz not null,
    constraint refused_with_reasons check ((status in ('DECLINED', 'REFERRED')) = (cardinality(reasons) > 0)),
    constraint offered_with_terms check (
        num_nulls(annual_rate_pct, apr_pct, emi_paise, fees_paise, total_payable_paise, schedule_start, kfs_hash)
            = case when status in ('DECLINED', 'REFERRED') then 7 else 0 end)
);

-- A borrower's loans, newest first, a page at a time.
create index loan_of_borrower on loan (borrower_id, received_at desc, id desc);

-- What a decision was made on. Written once, never changed: a borrower or an auditor may ask why.
-- Growth: one row an application, about 150 bytes. Retention: as its loan.
create table loan_decision (
    loan_id                   uuid primary key references loan,
    product_version           text    not null,
    kyc_verified              boolean not null,
    score                     int,
    monthly_income_paise      bigint,
    monthly_obligations_paise bigint,
    p2p_outstanding_paise     bigint,
    report_missing            text,
    open_offers_paise         bigint  not null,
    band                      text,
    constraint report_or_why_not check ((score is null) = (report_missing is not null))
);

-- The key fact statement exactly as it was shown. The borrower agrees to its hash, so the text is kept and never printed
-- anew: another version of the software might print it otherwise.
-- Growth: one row an offer, 1 to 4 KB (the longer ones compressed out of line). Retention: as its loan.
create table key_fact_statement (
    loan_id   uuid primary key references loan,
    hash      text not null,
    statement text not null
);
