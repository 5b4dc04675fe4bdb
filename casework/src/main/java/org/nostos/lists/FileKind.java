package org.nostos.lists;

/// What a received file is, told from its bytes and never from its name.
public enum FileKind {
    CSV_COMMA(','),
    CSV_SEMICOLON(';'),
    CSV_TAB('\t'),
    CSV_BAR('|'),
    /// A spreadsheet in Office Open XML.
    XLSX('\0'),
    /// A spreadsheet in OpenDocument.
    ODS('\0');

    private final char separator;

    FileKind(char separator) {
        this.separator = separator;
    }

    /// Whether it holds sheets of cells, and not lines of letters.
    public boolean isSpreadsheet() {
        return separator == '\0';
    }

    /// What stands between two cells of a line.
    public char separator() {
        if (isSpreadsheet()) {
            throw new IllegalStateException("a spreadsheet has no separator");
        }
        return separator;
    }
}
