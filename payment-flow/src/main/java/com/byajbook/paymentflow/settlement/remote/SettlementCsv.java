package com.byajbook.paymentflow.settlement.remote;

import com.byajbook.paymentflow.settlement.domain.Line;
import com.byajbook.paymentflow.settlement.usecase.FileSeal;
import com.byajbook.paymentflow.settlement.usecase.FileUnusable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads a settlement file as its bytes come, in any pieces, and keeps no more of it than the line that is not whole yet. What
 * it does not understand it refuses: half a file believed is money searched for that never was missing.
 */
final class SettlementCsv {

    private static final int LONGEST_LINE = 512;

    private final SettlementFormat format;
    private final long mostBytes;
    private final OptionalLong announced;
    private final MessageDigest digest = sha256();
    private final byte[] unfinished = new byte[LONGEST_LINE];
    private int length;
    private long bytes;
    private int number;

    /**
     * A file of a day.
     *
     * @param mostBytes a file of more is refused before it is read any further
     * @param announced how long its sender says that it is, if he does
     */
    SettlementCsv(LocalDate day, long mostBytes, OptionalLong announced) {
        this.format = new SettlementFormat(day);
        this.mostBytes = mostBytes;
        this.announced = announced;
    }

    /** Takes the next bytes. @return the lines that are whole by now */
    List<Line> feed(byte[] next) {
        bytes += next.length;
        if (bytes > mostBytes || announced.orElse(0) > mostBytes) {
            throw new FileUnusable("the file has more than " + mostBytes + " bytes");
        }
        digest.update(next);
        List<Line> lines = new ArrayList<>();
        for (byte b : next) {
            if (b == '\n') {
                finishLine(lines);
            } else {
                append(b);
            }
        }
        return lines;
    }

    /** The file is over. @return its seal, if it was whole */
    FileSeal end() {
        if (announced.isPresent() && announced.getAsLong() != bytes) {
            throw new FileUnusable("the file was cut off: " + bytes + " of " + announced.getAsLong() + " bytes came");
        }
        if (length > 0 || number == 0) {
            throw new FileUnusable("the file was cut off in line " + number);
        }
        return new FileSeal(number - 1, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private void append(byte b) {
        if (length == LONGEST_LINE) {
            throw new FileUnusable("line " + number + " has more than " + LONGEST_LINE + " bytes");
        }
        unfinished[length++] = b;
    }

    /** The header is line 0. */
    private void finishLine(List<Line> lines) {
        String text = new String(unfinished, 0, length, StandardCharsets.ISO_8859_1);
        length = 0;
        if (number == 0) {
            format.requireHeader(text);
        } else {
            lines.add(format.line(number, text));
        }
        number++;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
