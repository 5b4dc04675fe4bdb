package org.nostos.lists;

/// What a received file is, told from its first bytes and never from its name.
public enum FileKind {
    CSV_COMMA(','),
    CSV_SEMICOLON(';'),
    CSV_TAB('\t'),
    CSV_BAR('|'),
    /// A spreadsheet in Office Open XML; its first sheet with rows is the list.
    XLSX('\0');

    private final char separator;

    FileKind(char separator) {
        this.separator = separator;
    }

    /// What stands between two cells of a line.
    public char separator() {
        if (this == XLSX) {
            throw new IllegalStateException("a spreadsheet has no separator");
        }
        return separator;
    }
}
