-- Why: a payment that was accepted must end once, whatever dies in between. Its intent stands here before the provider is
-- called, what we owe it and from when on stands beside it, and what may never happen twice is a unique key that is never
-- dropped: a bank reference, a provider's event, an attempt.

-- One row a payment, changed about four times in its life.
-- Growth: one row a repayment, about 300 bytes. Retention: none, these are books; old years move to partitions when they
-- outgrow the cache.
create table payment (
    payment_id      uuid        primary key,
    loan_id         uuid        not null,
    payer_id        uuid        not null,
    amount_paise    bigint      not null check (amount_paise > 0),
    method          text        not null,
    state           text        not null check (state in
        ('CREATED', 'SUBMITTED', 'PENDING', 'SUCCEEDED', 'FAILED', 'UNKNOWN', 'REVERSED')),
    version         int         not null check (version > 0),
    utr             text,
    reason          text,
    provider_txn_id text,
    submissions     int         not null,
    checks          int         not null,
    silences        int         not null,
    -- What we owe the payment; null when nothing. The due time is the lease of whoever has taken the step.
    step            text        check (step in ('SUBMIT', 'INQUIRE')),
    due_at          timestamptz,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    check ((step is null) = (due_at is null)),
    check (step is null or state not in ('SUCCEEDED', 'FAILED', 'REVERSED'))
) with (fillfactor = 80);
-- Holds open payments only, so that it stays small while the table grows for years.
create index payment_due on payment (step, due_at) where step is not null;
-- What reconciliation has to settle; empty in health.
create index payment_left_unknown on payment (updated_at) where state = 'UNKNOWN' and step is null;

-- One row an attempt to collect. A second attempt, at another provider and under another key, may follow only a definite
-- failure of the first; submitting again under the same key is the same attempt.
-- Growth: one row a payment, about 100 bytes. Retention: none.
create table payment_attempt (
    payment_id      uuid        not null references payment,
    attempt         int         not null check (attempt > 0),
    provider        text        not null,
    merchant_txn_id text        not null,
    created_at      timestamptz not null,
    primary key (payment_id, attempt),
    unique (provider, merchant_txn_id)
);

-- Every signed callback, once. WAITING: its payment is not here yet.
-- Growth: one row a payment, about 200 bytes. Retention: none, it is evidence. No reference to payment, for it may be early.
create table provider_event (
    event_id     text        primary key,
    payment_id   uuid        not null,
    status       text        not null,
    amount_paise bigint      not null,
    utr          text,
    reason       text,
    occurred_at  timestamptz not null,
    received_at  timestamptz not null,
    verdict      text        not null check (verdict in
        ('WAITING', 'APPLIED', 'REPEATED', 'OUT_OF_DATE', 'CONTRADICTED', 'DISPUTED'))
);
create index provider_event_waiting on provider_event (payment_id) where verdict = 'WAITING';

-- A bank reference stands for one payment, for ever.
-- Growth: one row a successful payment, about 80 bytes. Retention: none.
create table utr_claim (
    utr        text        primary key,
    payment_id uuid        not null references payment,
    claimed_at timestamptz not null default now()
);

-- What the provider said and our books cannot follow. Somebody settles it and deletes nothing.
-- Growth: zero in health; an alarm watches it. Retention: none.
create table payment_discrepancy (
    payment_id uuid        not null references payment,
    kind       text        not null check (kind in ('AMOUNT', 'UTR', 'OUTCOME')),
    source     text        not null,
    detail     text        not null,
    noticed_at timestamptz not null,
    primary key (payment_id, kind, source)
);
