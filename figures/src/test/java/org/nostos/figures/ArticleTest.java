package org.nostos.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Reports as they come: pages, PDFs, broken letters, and files made to hurt.
@Timeout(300)
class ArticleTest {

    private static final String SENTENCE =
            "About 340 detainees were moved to Elmstad, the ministry of justice said.";

    @Test
    void readsTheArticleOfAPageWithoutItsMenus() throws Exception {
        String page =
                """
                <!doctype html><html><head><title>12 prisoners</title><script>var n = "500 prisoners";</script>
                </head><body><nav>99 prisoners freed</nav><article><h1>Moved</h1><p>About 340
                <b>detainees</b> were moved.</p><p>Some&nbsp;12 escaped.</p></article>
                <footer>45 prisoners</footer></body></html>
                """;
        String text = Article.of(page.getBytes(StandardCharsets.UTF_8)).text();
        assertThat(text.lines())
                .map(String::strip)
                .filteredOn(line -> !line.isEmpty())
                .containsExactly("Moved", "About 340 detainees were moved.", "Some 12 escaped.");
        assertThat(Reports.read(text)).hasSize(2);
    }

    @Test
    void readsTheLettersThatAPageNames() throws Exception {
        String page =
                "<html><head><meta charset=\"windows-1256\"></head><body><p>نقل 340 معتقلا</p></body></html>";
        assertThat(Article.of(page.getBytes(Charset.forName("windows-1256"))).text())
                .isEqualTo("نقل 340 معتقلا");
    }

    @Test
    void readsAPdf() throws Exception {
        Article article = Article.of(pdf(1, List.of(SENTENCE)));
        assertThat(Reports.read(article.text()))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.amount()).isEqualTo(Amount.of(340, Qualifier.ABOUT));
                    assertThat(claim.category()).isEqualTo(Category.TRANSFERRED);
                });
    }

    @Test
    void readsEveryPageOfALongReport() throws Exception {
        byte[] report = pdf(20, java.util.Collections.nCopies(45, SENTENCE));
        assertThat(Reports.read(Article.of(report).text())).isNotEmpty();
    }

    @Test
    void brokenLettersStillLeaveTheNumbers() throws Exception {
        byte[] latin = ("Le minist\u00e8re: " + SENTENCE).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Reports.read(Article.of(latin).text())).hasSize(1);
    }

    @Test
    void tenMegabytesOfDigitsAreRefusedOrReadAsNothing() throws Exception {
        byte[] digits = new byte[10 << 20];
        Arrays.fill(digits, (byte) '7');
        assertThatThrownBy(() -> Article.of(digits)).isInstanceOf(UnreadableReport.class);
        assertThat(Reports.read("7".repeat(Reports.LONGEST - 1))).isEmpty();
        assertThat(Reports.read("7 ".repeat(Reports.LONGEST / 2 - 1))).isEmpty();
    }

    @Test
    void aTextOfNothingButFiguresIsReadInBoundedTime() {
        assertThat(Reports.read("5,000 prisoners were freed and ".repeat(30_000))).isNotEmpty();
    }

    @Test
    void deepNestingIsFlattened() throws Exception {
        String page = "<html><body>" + "<div>".repeat(100_000) + SENTENCE;
        assertThat(Reports.read(Article.of(page.getBytes(StandardCharsets.UTF_8)).text()))
                .hasSize(1);
    }

    @Test
    void aPageOfNothingButTagsIsRefused() {
        String page = "<html><body>" + "<table><tr><td>".repeat(100_000) + SENTENCE;
        assertThat(refusal(page.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("obstacle.figures.too-large");
    }

    @Test
    void aPageOfOneLineIsReadToItsEnd() throws Exception {
        String page = "<html><body><p>" + (SENTENCE + " ").repeat(10_000) + "12 escaped.";
        assertThat(Reports.read(Article.of(page.getBytes(StandardCharsets.UTF_8)).text()))
                .hasSize(2);
    }

    @Test
    void aBombWithinABombIsRefused() throws Exception {
        byte[] once = packed(new byte[70 << 20]);
        assertThat(refusal(page("/Filter[/FlateDecode/FlateDecode]", packed(once))))
                .isEqualTo("obstacle.figures.unreadable");
    }

    @Test
    void aPdfWhosePartsGoRoundIsReadAsNothingOrRefused() throws Exception {
        String ring =
                """
                %PDF-1.5
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                7 0 obj<</Type/ObjStm/N 1/First 5/Extends 7 0 R/Length 20>>stream
                2 0 <</Kids[2 0 R]>>
                endstream endobj
                2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 3000000>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """;
        assertThat(refusal(ring.getBytes(StandardCharsets.ISO_8859_1)))
                .isIn("", "obstacle.figures.unreadable");
    }

    @Test
    void aStreamThatIsPackedInAWayThatIsNotMeasuredIsRefused() throws Exception {
        byte[] empty = new byte[200];
        for (String filter :
                List.of(
                        "/Filter/LZWDecode",
                        "/Filter[/ASCII85Decode/FlateDecode]",
                        "/Filter [ /FlateDecode /RunLengthDecode ]",
                        "/Filter 9 0 R",
                        "/Filter/L#5aWDecode",
                        "/Fi#6cter/LZWDecode")) {
            assertThat(refusal(page(filter, empty)))
                    .as(filter)
                    .isEqualTo("obstacle.figures.unreadable");
        }
    }

    @Test
    void aSignatureIsNoWayOfPacking() throws Exception {
        byte[] drawn =
                "BT /F1 10 Tf 9 700 Td (12 prisoners escaped) Tj ET"
                        .getBytes(StandardCharsets.ISO_8859_1);
        byte[] page = page("", drawn);
        String file = new String(page, StandardCharsets.ISO_8859_1);
        file =
                file.replace(
                        "4 0 obj<<", "8 0 obj<</Type/Sig/Filter/Adobe.PPKLite>>endobj\n4 0 obj<<");
        assertThat(refusal(file.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("read");
    }

    @Test
    void aPageThatSavesItsStateWithoutEndIsRefused() throws Exception {
        byte[] drawn = "q ".repeat(2_000).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(page("", drawn))).isEqualTo("obstacle.figures.unreadable");
    }

    private static String refusal(byte[] file) {
        try {
            return Article.of(file).text().isBlank() ? "" : "read";
        } catch (UnreadableReport e) {
            return e.obstacle().code();
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (java.util.zip.DeflaterOutputStream packing =
                new java.util.zip.DeflaterOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }

    /// One page that draws what the stream says.
    private static byte[] page(String filter, byte[] stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head =
                """
                %%PDF-1.5
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
                5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
                4 0 obj<</Length %d%s>>stream
                """
                        .formatted(stream.length, filter);
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(stream);
        out.write(
                "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
                        .getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    @Test
    void aPdfThatGrowsWithoutEndIsRefused() throws Exception {
        byte[] bomb = bomb();
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> Article.of(bomb)).isInstanceOf(UnreadableReport.class);
    }

    @Test
    void whatIsNeitherIsRefusedWithoutItsContent() {
        assertThatThrownBy(() -> Article.of(new byte[] {1, 0, 2, 0, 3}))
                .isInstanceOfSatisfying(
                        UnreadableReport.class,
                        e ->
                                assertThat(e.obstacle().code())
                                        .isEqualTo("obstacle.figures.unreadable"));
        assertThatThrownBy(
                        () -> Article.of("%PDF-1.7 nothing more".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableReport.class);
    }

    static byte[] pdf(int pages, List<String> lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                    content.setLeading(14);
                    content.newLineAtOffset(50, 740);
                    for (String line : lines) {
                        content.showText(line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /// A page of 100 MB of blanks, packed into a tenth of a megabyte.
    private static byte[] bomb() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDStream content = new PDStream(document);
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            try (java.io.OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                for (int i = 0; i < 100; i++) {
                    out.write(blanks);
                }
            }
            page.setContents(content);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
