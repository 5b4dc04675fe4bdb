package org.nostos.lists.internal;

import java.util.List;

/// A row as it stands in the file: the line where it begins, from 1, and the text of its cells.
///
/// `fixed` says whether the file spells out every cell of a row (CSV) or leaves empty ones at the end
/// away (a spreadsheet).
public record Row(long line, List<String> cells, boolean fixed) {

    /// The cell in this column, counted from 0; the empty text where there is none.
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /// How many cells there are up to the last one that is filled.
    int filledWidth() {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    boolean filledFrom(int column) {
        return filledWidth() > column;
    }

    int filled() {
        int filled = 0;
        for (String cell : cells) {
            if (!cell.isBlank()) {
                filled++;
            }
        }
        return filled;
    }
}
