-- Why: who people are and how they want to hear from us. Owned by the edge because sign-in and profile live here; the
-- other services learn contacts from events.
-- Growth: one row a person, 400 thousand today. Retention: as long as the person has an account.
create table users (
    id            uuid        primary key,
    phone         text        not null unique,
    name          text        not null,
    role          text        not null check (role in ('BORROWER', 'LENDER', 'OPS')),
    kyc           text        not null check (kyc in ('NONE', 'PENDING', 'COMPLETE', 'FAILED')),
    language      text        not null check (language in ('en', 'hi')),
    -- In the order of preference.
    channels      text[]      not null check (cardinality(channels) between 1 and 2),
    -- Grows with every change; readers of the event ignore what is older than what they have.
    version       bigint      not null check (version > 0),
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);
