package org.nostos.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.jspecify.annotations.Nullable;
import org.nostos.documents.Verdict.Broken;
import org.nostos.documents.Verdict.Fault;
import org.nostos.documents.Verdict.Whole;

/// Looks whether a document's file is whole, with nothing but the file and, better, the public key of
/// whoever should have signed it. Without the key a file is only known to agree with itself.
public final class Verifier {

    private static final int LONGEST_TRAILER = 400;

    private Verifier() {}

    /// @param expected the key it should be signed with, or null for whichever key it names
    public static Verdict verify(byte[] file, @Nullable PublicKey expected) {
        byte[] mark = Press.TRAILER.getBytes(StandardCharsets.US_ASCII);
        int at = lastIndexOf(file, mark);
        if (at < 0 || file.length - at > LONGEST_TRAILER) {
            return new Broken(Fault.NOT_SIGNED);
        }
        String line =
                new String(
                        file,
                        at + mark.length,
                        file.length - at - mark.length,
                        StandardCharsets.US_ASCII);
        String[] parts = line.split("[ \n]");
        if (parts.length != 2 || !line.equals(parts[0] + " " + parts[1] + "\n")) {
            return new Broken(Fault.NOT_SIGNED);
        }
        return verify(Arrays.copyOf(file, at), parts[0], parts[1], expected);
    }

    private static Verdict verify(
            byte[] pdf, String keyText, String signature, @Nullable PublicKey expected) {
        PublicKey key;
        try {
            key = Seal.key(keyText);
        } catch (IllegalArgumentException e) {
            return new Broken(Fault.NOT_SIGNED);
        }
        if (expected != null && !Arrays.equals(expected.getEncoded(), key.getEncoded())) {
            return new Broken(Fault.OTHER_KEY);
        }
        if (!Seal.signedFile(Seal.hash(pdf), signature, key)) {
            return new Broken(Fault.FILE_CHANGED);
        }
        return content(pdf, keyText);
    }

    private static Verdict content(byte[] pdf, String keyText) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            byte[] content = attachment(document);
            if (content == null) {
                return new Broken(Fault.CONTENT_CHANGED);
            }
            String text = new String(content, StandardCharsets.UTF_8);
            String number =
                    text.lines()
                            .filter(line -> line.startsWith("number\t"))
                            .map(line -> line.substring(7))
                            .findFirst()
                            .orElse("");
            return new Whole(number, Seal.hash(content), keyText, text);
        } catch (IOException e) {
            return new Broken(Fault.CONTENT_CHANGED);
        }
    }

    private static byte @Nullable [] attachment(PDDocument document) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        if (names == null || names.getEmbeddedFiles() == null) {
            return null;
        }
        Map<String, PDComplexFileSpecification> files = names.getEmbeddedFiles().getNames();
        PDComplexFileSpecification file = files == null ? null : files.get(Press.ATTACHMENT);
        return file == null || file.getEmbeddedFile() == null
                ? null
                : file.getEmbeddedFile().toByteArray();
    }

    private static int lastIndexOf(byte[] file, byte[] mark) {
        for (int i = file.length - mark.length; i >= 0; i--) {
            if (Arrays.equals(file, i, i + mark.length, mark, 0, mark.length)) {
                return i;
            }
        }
        return -1;
    }
}
