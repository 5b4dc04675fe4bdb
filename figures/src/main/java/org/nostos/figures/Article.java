package org.nostos.figures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nostos.figures.internal.HtmlText;
import org.nostos.figures.internal.PdfText;

/// A report as text. Claims point into exactly this text.
public record Article(String text) {
    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_HTML = 8 << 20;

    /// Each tag may cost the parser as much as the page is deep.
    private static final int MOST_TAGS = 200_000;

    private static final int LOOK = 4096;

    /// Reads a file.
    ///
    /// @throws UnreadableReport when it is too large or no text
    public static Article read(Path file) throws IOException, UnreadableReport {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(MOST_BYTES + 1));
        }
    }

    /// Reads the bytes of a file: a PDF, a page of HTML, or text.
    ///
    /// @throws UnreadableReport when it is too large, damaged, or none of the three
    public static Article of(byte[] bytes) throws UnreadableReport {
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableReport(
                    "the file is larger than 32 MB", "obstacle.figures.too-large");
        }
        String text = text(bytes);
        if (text.length() > Reports.LONGEST) {
            throw tooLong();
        }
        return new Article(text);
    }

    private static String text(byte[] bytes) throws UnreadableReport {
        try {
            if (PdfText.isPdf(bytes)) {
                return PdfText.of(bytes, Reports.LONGEST);
            }
            if (HtmlText.isHtml(bytes)) {
                return html(bytes);
            }
        } catch (PdfText.TooLong _) {
            throw tooLong();
        } catch (IOException _) {
            throw unreadable();
        }
        String text = decoded(bytes);
        if (binary(text)) {
            throw unreadable();
        }
        return text;
    }

    private static String html(byte[] bytes) throws UnreadableReport, IOException {
        if (bytes.length > MOST_HTML) {
            throw new UnreadableReport(
                    "the page is larger than 8 MB", "obstacle.figures.too-large");
        }
        if (HtmlText.tags(bytes) > MOST_TAGS) {
            throw new UnreadableReport(
                    "the page has more than 200,000 tags", "obstacle.figures.too-large");
        }
        return HtmlText.of(bytes);
    }

    private static UnreadableReport tooLong() {
        return new UnreadableReport(
                "the text is longer than a million characters", "obstacle.figures.too-long");
    }

    private static UnreadableReport unreadable() {
        return new UnreadableReport(
                "the file could not be read as text, HTML or PDF", "obstacle.figures.unreadable");
    }

    /// Whether the beginning holds what no text holds.
    private static boolean binary(String text) {
        return text.chars().limit(LOOK).filter(letter -> letter == 0).count() > 0;
    }

    /// UTF-8, else Windows-1252, whose every byte is a letter.
    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
