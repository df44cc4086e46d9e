package com.byajbook.paymentflow.settlement.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.byajbook.paymentflow.settlement.domain.Direction;
import com.byajbook.paymentflow.settlement.domain.Line;
import com.byajbook.paymentflow.settlement.domain.Movement;
import com.byajbook.paymentflow.settlement.usecase.FileSeal;
import com.byajbook.paymentflow.settlement.usecase.FileUnusable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementCsvTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);
    private static final String HEADER = SettlementFormat.HEADER + "\n";
    private static final String PAID = "a-1,UPI1,COLLECT,250000,SUCCEEDED,100000000001,2026-10-20T12:00:00.123Z\n";
    private static final String DEEMED = "a-2,UPI2,PAY,7,DEEMED_SUCCESS,B100000000002,2026-10-20T12:00:01Z\n";
    private static final String BACK = "a-1,UPI1,COLLECT,250000,REVERSED,100000000001,2026-10-20T12:00:02Z\n";
    private static final String FILE = HEADER + PAID + DEEMED + BACK;
    private static final int ROOMY = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 10_000})
    void is_read_the_same_in_pieces_of_any_size(int piece) throws NoSuchAlgorithmException {
        Read read = read(FILE, piece, ROOMY, OptionalLong.of(FILE.length()));

        assertThat(read.lines())
                .containsExactly(
                        line(1, "a-1", "UPI1", Direction.COLLECT, 250_000, Movement.PAID, "100000000001", ".123"),
                        line(2, "a-2", "UPI2", Direction.PAY, 7, Movement.PAID, "B100000000002", "", 1),
                        line(3, "a-1", "UPI1", Direction.COLLECT, 250_000, Movement.RETURNED, "100000000001", "", 2));
        assertThat(read.seal()).isEqualTo(new FileSeal(3, FILE.length(), sha256(FILE)));
    }

    @Test
    void of_a_quiet_day_is_a_header() {
        assertThat(read(HEADER).lines()).isEmpty();
        assertThat(read(HEADER).seal().lines()).isZero();
    }

    @Test
    void a_file_whose_last_line_is_not_whole_is_cut_off() {
        String cut = FILE.substring(0, FILE.length() - 1);

        assertThatThrownBy(() -> read(cut, 64, ROOMY, OptionalLong.empty()))
                .isInstanceOf(FileUnusable.class)
                .hasMessageContaining("cut off in line 3");
    }

    @Test
    void a_file_of_fewer_bytes_than_were_announced_is_cut_off_even_at_the_end_of_a_line() {
        assertThatThrownBy(() -> read(HEADER + PAID, 64, ROOMY, OptionalLong.of(FILE.length())))
                .isInstanceOf(FileUnusable.class)
                .hasMessageContaining("cut off: " + (HEADER + PAID).length() + " of " + FILE.length());
    }

    @Test
    void no_bytes_at_all_are_no_file() {
        assertThatThrownBy(() -> read("")).isInstanceOf(FileUnusable.class).hasMessageContaining("cut off");
    }

    @Test
    void a_file_that_announces_more_than_is_read_is_refused_at_its_first_bytes() {
        assertThatThrownBy(() -> new SettlementCsv(DAY, 100, OptionalLong.of(101)).feed(new byte[] {'m'}))
                .isInstanceOf(FileUnusable.class)
                .hasMessageContaining("more than 100 bytes");
    }

    @Test
    void a_file_that_grows_beyond_its_bound_is_refused() {
        assertThatThrownBy(() -> read(FILE, 10, FILE.length() - 1, OptionalLong.empty()))
                .isInstanceOf(FileUnusable.class)
                .hasMessageContaining("bytes");
        assertThat(read(FILE, 10, FILE.length(), OptionalLong.empty()).seal().lines())
                .isEqualTo(3);
    }

    @Test
    void a_line_without_an_end_does_not_fill_the_memory() {
        assertThatThrownBy(() -> read(HEADER + "x".repeat(ROOMY - 200)))
                .isInstanceOf(FileUnusable.class)
                .hasMessageContaining("line 1 has more than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "merchantTxnId,providerTxnId,direction,amountPaise,status,utr\n",
                "\n",
                "<html>\n",
                "a-1,UPI1,COLLECT,250000,SUCCEEDED,100000000001,2026-10-20T12:00:00Z\n"
            })
    void a_file_with_another_header_is_another_kind_of_file(String header) {
        assertThatThrownBy(() -> read(header + PAID))
                .isInstanceOf(FileUnusable.class)
                .hasMessageContaining("does not begin with");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a-1,UPI1,COLLECT,250000,SUCCEEDED,100000000001",
                "a-1,UPI1,COLLECT,250000,SUCCEEDED,100000000001,2026-10-20T12:00:00Z,more",
                "a-1,UPI1,COLLECT,2500.00,SUCCEEDED,100000000001,2026-10-20T12:00:00Z",
                "a-1,UPI1,COLLECT,0,SUCCEEDED,100000000001,2026-10-20T12:00:00Z",
                "a-1,UPI1,COLLECT,-5,SUCCEEDED,100000000001,2026-10-20T12:00:00Z",
                "a-1,UPI1,COLLECT,9999999999999999,SUCCEEDED,100000000001,2026-10-20T12:00:00Z",
                "a-1,UPI1,GIVE,250000,SUCCEEDED,100000000001,2026-10-20T12:00:00Z",
                "a-1,UPI1,COLLECT,250000,PENDING,100000000001,2026-10-20T12:00:00Z",
                ",UPI1,COLLECT,250000,SUCCEEDED,100000000001,2026-10-20T12:00:00Z",
                "a 1,UPI1,COLLECT,250000,SUCCEEDED,100000000001,2026-10-20T12:00:00Z",
                "é-1,UPI1,COLLECT,250000,SUCCEEDED,100000000001,2026-10-20T12:00:00Z",
                "a-1,UPI1,COLLECT,250000,SUCCEEDED,,2026-10-20T12:00:00Z",
                "a-1,UPI1,COLLECT,250000,SUCCEEDED,100000000001,2026-10-20T12:00:00Z\r"
            })
    void a_line_that_cannot_be_understood_refuses_the_file(String line) {
        assertThatThrownBy(() -> read(HEADER + PAID + line + "\n"))
                .isInstanceOf(FileUnusable.class)
                .hasMessageContaining("line 2 cannot be understood");
    }

    @Test
    void a_line_of_another_day_in_india_refuses_the_file() {
        assertThatThrownBy(() -> read(HEADER + PAID.replace("12:00:00.123", "18:30:00")))
                .isInstanceOf(FileUnusable.class)
                .hasMessageContaining("line 1 was settled on another day");
        assertThatThrownBy(() -> read(HEADER + PAID.replace("2026-10-20T", "2026-13-20T")))
                .isInstanceOf(FileUnusable.class)
                .hasMessageContaining("line 1 does not say when");
    }

    private static Read read(String text) {
        return read(text, 64, ROOMY, OptionalLong.empty());
    }

    private static Read read(String text, int piece, long mostBytes, OptionalLong announced) {
        SettlementCsv file = new SettlementCsv(DAY, mostBytes, announced);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += piece) {
            lines.addAll(file.feed(Arrays.copyOfRange(bytes, from, Math.min(from + piece, bytes.length))));
        }
        return new Read(lines, file.end());
    }

    private static Line line(
            int number,
            String reference,
            String txn,
            Direction direction,
            long paise,
            Movement movement,
            String utr,
            String fraction) {
        return line(number, reference, txn, direction, paise, movement, utr, fraction, 0);
    }

    private static Line line(
            int number,
            String reference,
            String txn,
            Direction direction,
            long paise,
            Movement movement,
            String utr,
            String fraction,
            int second) {
        Instant at = Instant.parse("2026-10-20T12:00:0" + second + fraction + "Z");
        return new Line(number, reference, txn, direction, paise, movement, utr, at);
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private record Read(List<Line> lines, FileSeal seal) {}
}
