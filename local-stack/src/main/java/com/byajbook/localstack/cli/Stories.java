package com.byajbook.localstack.cli;

import java.io.PrintWriter;

/** One command for each story, to paste into a shell in this order. */
final class Stories {
    private static final String TEXT = """
              Try it (paste in this order; a repeated POST with the same key gives the same answer again):

              # a borrower's access token
              TOKEN=$(%1$s tokens 1)

              # a quote
              curl -s %2$s/v1/quotes -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                -d '{"amountPaise":5000000,"tenureMonths":12}'

              # watch everything that happens to your loans and payments (kill %%1 ends it)
              curl -sN %2$s/v1/events -H "Authorization: Bearer $TOKEN" &

              # apply: RECEIVED at once, then OFFERED, DECLINED or REFERRED live
              LOAN=$(curl -s %2$s/v1/loans -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                -H 'Idempotency-Key: my-first-loan' -d '{"amountPaise":5000000,"tenureMonths":12,"purpose":"Sewing machine"}' \\
                | tee /dev/stderr | sed -E 's/.*"id":"([^"]+)".*/\\1/')

              # read it, its key fact statement and its schedule
              curl -s %2$s/v1/loans/$LOAN -H "Authorization: Bearer $TOKEN"
              curl -s %2$s/v1/loans/$LOAN/kfs -H "Authorization: Bearer $TOKEN"
              curl -s %2$s/v1/loans/$LOAN/schedule -H "Authorization: Bearer $TOKEN"

              # agree to exactly this statement: LISTED; a lender pays in and promises all of it: FUNDED, DISBURSING, ACTIVE
              HASH=$(curl -s %2$s/v1/loans/$LOAN/kfs -H "Authorization: Bearer $TOKEN" \\
                | sed -E 's/.*"kfsHash":"([^"]+)".*/\\1/')
              curl -s %2$s/v1/loans/$LOAN/acceptance -H "Authorization: Bearer $TOKEN" \\
                -H 'Content-Type: application/json' -H 'Idempotency-Key: my-word' -d '{"kfsHash":"'$HASH'"}'
              LENDER=$(%1$s tokens 1 --role lender)
              curl -s %2$s/v1/wallet/deposits -H "Authorization: Bearer $LENDER" \\
                -H 'Content-Type: application/json' -H 'Idempotency-Key: my-first-deposit' -d '{"amountPaise":5000000}'
              sleep 2
              curl -s %2$s/v1/loans/$LOAN/commitments -H "Authorization: Bearer $LENDER" \\
                -H 'Content-Type: application/json' -H 'Idempotency-Key: my-first-promise' -d '{"amountPaise":5000000}'
              sleep 2

              # pay: PENDING at once, then live SUCCEEDED when the UPI provider calls back
              curl -s %2$s/v1/payments -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                -H 'Idempotency-Key: my-first-payment' -d '{"loanId":"'$LOAN'","amountPaise":100000,"method":"UPI"}'

              # what reached the phone
              curl -s '%3$s/inbox?limit=5'
            """;

    private final String api;
    private final String sandbox;

    Stories(String api, String sandbox) {
        this.api = api;
        this.sandbox = sandbox;
    }

    void print(PrintWriter out) {
        out.print(TEXT.formatted(System.getenv().getOrDefault("BYAJBOOK_COMMAND", "./byajbook"), api, sandbox));
    }
}
