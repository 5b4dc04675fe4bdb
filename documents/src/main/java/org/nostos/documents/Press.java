package org.nostos.documents;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Calendar;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// Prints papers and signs them. Thread-safe.
///
/// The file carries its content as an attachment; the content's hash and signature stand in the code
/// and the foot of every page. A last line after the end of the PDF signs all bytes before it.
public final class Press {

    static final String ATTACHMENT = "content.txt";
    static final String TRAILER = "\n%nostos-document ";

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    private final KeyPair keys;

    public Press(KeyPair keys) {
        this.keys = keys;
        XRLog.setLoggingEnabled(false);
    }

    /// Prints the paper and signs it.
    public Printed print(Paper paper) {
        String content = paper.canonical();
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String hash = Seal.hash(bytes);
        String code = code(paper.number(), hash);
        try {
            byte[] drawn = draw(Sheet.of(paper, hash, code, Seal.text(keys.getPublic())));
            byte[] pdf = signed(attached(drawn, bytes));
            return new Printed(pdf, Seal.hash(pdf), hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the code of a page says: the number, the content's hash, and its signature.
    private String code(String number, String hash) {
        return "nostos-document/1 " + number + " " + hash + " " + Seal.signContent(hash, keys);
    }

    private static byte[] draw(String html) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        font(builder, "DejaVuSans.ttf", 400);
        font(builder, "DejaVuSans-Bold.ttf", 700);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(TextDirection.LTR);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.withHtmlContent(html, "/");
        builder.toStream(out);
        builder.run();
        return out.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String file, int weight) {
        builder.useFont(() -> font(file), "DejaVu Sans", weight, FontStyle.NORMAL, true);
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(
                Press.class.getResourceAsStream(FONTS + file), "the font " + file + " is missing");
    }

    private static byte[] attached(byte[] pdf, byte[] content) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDEmbeddedFile embedded =
                    new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(content));
            embedded.setSubtype("text/plain");
            embedded.setSize(content.length);
            Calendar noTime = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
            noTime.setTimeInMillis(0);
            embedded.setCreationDate(noTime);
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile(ATTACHMENT);
            file.setFileUnicode(ATTACHMENT);
            file.setEmbeddedFile(embedded);
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(ATTACHMENT, file));
            PDDocumentNameDictionary names =
                    new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private byte[] signed(byte[] pdf) throws IOException {
        String line =
                TRAILER
                        + Seal.text(keys.getPublic())
                        + " "
                        + Seal.signFile(Seal.hash(pdf), keys)
                        + "\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(pdf);
        out.write(line.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
