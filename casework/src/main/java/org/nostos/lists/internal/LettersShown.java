package org.nostos.lists.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nostos.lists.FileBytes;
import org.nostos.lists.FileKind;
import org.nostos.lists.Layout;
import org.nostos.lists.Letters;
import org.nostos.lists.SampleRow;
import org.nostos.lists.Surroundings.LettersChoice;
import org.nostos.lists.UnreadableFile;

/// Reads the first rows beyond ASCII in each of several ways, for somebody to choose from.
final class LettersShown {

    private static final int ROWS = 3;

    private LettersShown() {}

    static List<LettersChoice> of(FileBytes file, FileKind kind, List<Letters> open)
            throws IOException {
        List<LettersChoice> choices = new ArrayList<>();
        for (Letters letters : open) {
            choices.add(new LettersChoice(letters, rows(file, kind, letters)));
        }
        return choices;
    }

    private static List<SampleRow> rows(FileBytes file, FileKind kind, Letters letters)
            throws IOException {
        List<SampleRow> shown = new ArrayList<>();
        try (Rows rows = ListFiles.open(file, new Layout(kind, letters, 0, null))) {
            for (Row row = rows.next(); row != null && shown.size() < ROWS; row = rows.next()) {
                if (row.cells().stream().anyMatch(LettersShown::isBeyondAscii)) {
                    shown.add(Surveyor.shown(row));
                }
            }
        } catch (UnreadableFile e) {
            // What came before the break is enough to choose by; the break itself is told
            // elsewhere.
            return shown;
        }
        return shown;
    }

    private static boolean isBeyondAscii(String cell) {
        return cell.chars().anyMatch(letter -> letter >= 0x80);
    }
}
