package com.byajbook.paymentflow.settlement.remote;

import com.byajbook.paymentflow.settlement.domain.BankDays;
import com.byajbook.paymentflow.settlement.domain.Direction;
import com.byajbook.paymentflow.settlement.domain.Line;
import com.byajbook.paymentflow.settlement.domain.Movement;
import com.byajbook.paymentflow.settlement.usecase.FileUnusable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of the file of a day looks like. */
record SettlementFormat(LocalDate day) {

    static final String HEADER = "merchantTxnId,providerTxnId,direction,amountPaise,status,utr,settledAt";

    private static final Pattern LINE = Pattern.compile("([!-+\\--~]{1,64}),([!-+\\--~]{1,64}),(COLLECT|PAY),"
            + "([1-9][0-9]{0,14}),(SUCCEEDED|DEEMED_SUCCESS|REVERSED),([A-Za-z0-9]{1,35}),([-0-9T:.Z]{1,32})");

    /** Any other means that it moved: what is deemed a success counts as one. */
    private static final String BACK = "REVERSED";

    void requireHeader(String text) {
        if (!text.equals(HEADER)) {
            throw new FileUnusable("the file does not begin with " + HEADER);
        }
    }

    Line line(int number, String text) {
        Matcher columns = LINE.matcher(text);
        if (!columns.matches()) {
            throw new FileUnusable("line " + number + " cannot be understood");
        }
        return new Line(
                number,
                columns.group(1),
                columns.group(2),
                Direction.valueOf(columns.group(3)),
                Long.parseLong(columns.group(4)),
                columns.group(5).equals(BACK) ? Movement.RETURNED : Movement.PAID,
                columns.group(6),
                settledAt(number, columns.group(7)));
    }

    private Instant settledAt(int number, String text) {
        try {
            Instant settledAt = Instant.parse(text);
            if (BankDays.of(settledAt).equals(day)) {
                return settledAt;
            }
        } catch (DateTimeException e) {
            throw new FileUnusable("line " + number + " does not say when it was settled");
        }
        throw new FileUnusable("line " + number + " was settled on another day");
    }
}
