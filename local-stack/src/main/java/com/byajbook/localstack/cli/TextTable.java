package com.byajbook.localstack.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Text in columns that are as wide as they must be. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<Side> sides;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<Side> sides) {
        this.sides = List.copyOf(sides);
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    int rows() {
        return rows.size();
    }

    void print(PrintWriter out) {
        int[] widths = new int[sides.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? "" : GAP).append(sides.get(i) == Side.RIGHT ? space + row.get(i) : row.get(i) + space);
        }
        return line.toString().stripTrailing();
    }

    /** Where a column's text stands. */
    enum Side {
        LEFT,
        RIGHT
    }
}
