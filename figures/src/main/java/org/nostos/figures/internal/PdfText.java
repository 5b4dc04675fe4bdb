package org.nostos.figures.internal;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/// The text of a PDF, page after page. What is drawn as a picture is not read.
///
/// Before anything is parsed, every compressed stream is unpacked once to nowhere, so that one that grows
/// without end is refused; pages, drawing operations and letters are counted.
public final class PdfText {
    private static final int MOST_PAGES = 2_000;
    private static final int MOST_OPERATIONS = 1_000_000;
    private static final int DEEPEST = 500;

    private PdfText() {}

    public static boolean isPdf(byte[] bytes) {
        for (int i = 0; i + 4 < Math.min(bytes.length, 1024); i++) {
            if (bytes[i] == '%'
                    && bytes[i + 1] == 'P'
                    && bytes[i + 2] == 'D'
                    && bytes[i + 3] == 'F') {
                return true;
            }
        }
        return false;
    }

    /// The text, no longer than `longest` characters.
    ///
    /// @throws IOException when the file is damaged, locked, or larger inside than it may be
    public static String of(byte[] bytes, int longest) throws IOException {
        if (!PdfStreams.areModest(bytes)) {
            throw new IOException("a stream of the file grows too large");
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new IOException("more than " + MOST_PAGES + " pages");
            }
            Letters text = new Letters(longest);
            new Limited().writeText(document, text);
            return text.toString();
        } catch (StackOverflowError | OutOfMemoryError | RuntimeException e) {
            // What could not be measured, such as a locked stream, is bounded by this heap alone.
            throw new IOException("damaged beyond reading", e);
        }
    }

    /// Stops when a page draws without end: forms that draw each other multiply.
    private static final class Limited extends PDFTextStripper {
        private int operations;

        Limited() throws IOException {
            setLineSeparator("\n");
            setPageEnd("\n\n");
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
                throws IOException {
            if (++operations > MOST_OPERATIONS || getGraphicsStackSize() > DEEPEST) {
                throw new IllegalStateException("too much is drawn");
            }
            super.processOperator(operator, operands);
        }

        /// Errors of a single operator are passed over elsewhere; running out is none of them.
        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
                throws IOException {
            throw e;
        }
    }

    /// The pages hold more text than is read.
    public static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("the text is too long");
        }
    }

    /// Letters up to a number of them.
    private static final class Letters extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final int longest;

        Letters(int longest) {
            this.longest = longest;
        }

        @Override
        public void write(char[] letters, int from, int length) throws IOException {
            if (text.length() + length > longest) {
                throw new TooLong();
            }
            text.append(letters, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
