package com.byajbook.localstack.sandbox.upi;

import com.byajbook.localstack.sandbox.upi.UpiTransaction.Status;
import java.time.Instant;
import java.util.Optional;

/** One movement of money in the settlement file; no field can hold a comma, a quote or a line's end. */
record SettlementLine(
        String merchantTxnId,
        String providerTxnId,
        Direction direction,
        long amountPaise,
        Status status,
        String utr,
        Instant settledAt) {
    static final String HEADER = "merchantTxnId,providerTxnId,direction,amountPaise,status,utr,settledAt\n";

    /** Empty for an end without a UTR: no money moved. */
    static Optional<SettlementLine> of(UpiTransaction transaction, End end) {
        Order order = transaction.order();
        return Optional.ofNullable(end.utr())
                .map(utr -> new SettlementLine(
                        order.merchantTxnId(),
                        transaction.providerTxnId(),
                        order.direction(),
                        order.amountPaise(),
                        end.status(),
                        utr,
                        end.at()));
    }

    SettlementLine withAmount(long otherPaise) {
        return new SettlementLine(merchantTxnId, providerTxnId, direction, otherPaise, status, utr, settledAt);
    }

    void appendTo(StringBuilder file) {
        file.append(merchantTxnId).append(',').append(providerTxnId).append(',');
        file.append(direction).append(',').append(amountPaise).append(',').append(status);
        file.append(',').append(utr).append(',').append(settledAt).append('\n');
    }
}
