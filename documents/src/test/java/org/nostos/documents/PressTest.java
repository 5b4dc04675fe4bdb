package org.nostos.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.nostos.documents.Paper.Asked;
import org.nostos.documents.Paper.Form;
import org.nostos.documents.Paper.Given;
import org.nostos.documents.Paper.Pair;
import org.nostos.documents.Verdict.Broken;
import org.nostos.documents.Verdict.Fault;
import org.nostos.documents.Verdict.Whole;

/// A document is printed in two languages and verifies with nothing but its file and a key; whatever is
/// done to it afterwards is found.
class PressTest {

    private static final KeyPair KEYS = keys();
    private static final Printed PRINTED = new Press(KEYS).print(paper("Shahin <Tutov> & co"));

    @Test
    void itSaysBothLanguagesAndTheArabicStandsAsItIsRead() throws IOException {
        try (PDDocument document = Loader.loadPDF(PRINTED.pdf())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Note verbale", "NV-2026-0001", "Shahin <Tutov> & co")
                    .contains("مذكرة شفوية", "وزارة الخارجية")
                    .contains(PRINTED.contentSha256());
        }
    }

    @Test
    void theArabicStandsAtTheRightAndTheCodeIsDrawn() throws IOException {
        try (PDDocument document = Loader.loadPDF(PRINTED.pdf())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
            assertThat(ink(page, page.getWidth() / 2, page.getWidth(), 0, page.getHeight() / 3))
                    .isGreaterThan(200);
            assertThat(ink(page, 0, page.getWidth() / 2, 0, page.getHeight())).isGreaterThan(3000);
        }
    }

    @Test
    void itIsWholeAndItsContentIsWhatWasSigned() {
        Verdict verdict = Verifier.verify(PRINTED.pdf(), KEYS.getPublic());
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Whole.class,
                        whole -> {
                            assertThat(whole.number()).isEqualTo("NV-2026-0001");
                            assertThat(whole.contentSha256()).isEqualTo(PRINTED.contentSha256());
                            assertThat(whole.content())
                                    .isEqualTo(paper("Shahin <Tutov> & co").canonical());
                        });
        assertThat(Seal.hash(PRINTED.pdf())).isEqualTo(PRINTED.sha256());
    }

    @Test
    void aChangedByteIsFoundWhereverItStands() {
        byte[] whole = PRINTED.pdf();
        for (int at = 0; at < whole.length; at += 997) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            assertThat(Verifier.verify(changed, KEYS.getPublic()))
                    .as("byte " + at)
                    .isInstanceOf(Broken.class);
        }
        byte[] last = whole.clone();
        last[whole.length - 5] ^= 1;
        assertThat(Verifier.verify(last, KEYS.getPublic())).isInstanceOf(Broken.class);
    }

    @Test
    void anotherKeyAFileWithoutSignatureAndOneThatWasCutAreRefused() {
        assertThat(Verifier.verify(PRINTED.pdf(), keys().getPublic()))
                .isEqualTo(new Broken(Fault.OTHER_KEY));
        byte[] whole = PRINTED.pdf();
        assertThat(Verifier.verify(Arrays.copyOf(whole, whole.length - 300), null))
                .isEqualTo(new Broken(Fault.NOT_SIGNED));
        assertThat(Verifier.verify(new byte[0], null)).isEqualTo(new Broken(Fault.NOT_SIGNED));
        byte[] forged = new Press(keys()).print(paper("Somebody else")).pdf();
        assertThat(Verifier.verify(forged, KEYS.getPublic()))
                .isEqualTo(new Broken(Fault.OTHER_KEY));
    }

    @Test
    void twoPapersThatDifferHaveDifferentContentWhateverTheyAreMadeOf() {
        assertThat(paper("a\tb").canonical()).isNotEqualTo(paper("a\\tb").canonical());
        assertThat(paper("a\nrow\tb").canonical().lines().count())
                .isEqualTo(paper("a").canonical().lines().count());
    }

    @Test
    void aFormStandsOnAPageOfItsOwnAndWhatItSaysIsSigned() throws IOException {
        Paper formed = formed("Nasr Zaytun");
        Printed printed = new Press(KEYS).print(formed);
        try (PDDocument document = Loader.loadPDF(printed.pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(3);
            assertThat(second.getText(document))
                    .contains("Request for verification", "NV-2026-0001/2", "Nasr Zaytun", "\u2610")
                    .contains("طلب التحقق من الجنسية")
                    .doesNotContain("Rayhan Zabibi");
        }
        assertThat(Verifier.verify(printed.pdf(), KEYS.getPublic())).isInstanceOf(Whole.class);
        assertThat(formed("Nasr Zaytun").canonical())
                .isNotEqualTo(formed("Nasr Zaytoun").canonical());
    }

    private static Paper formed(String name) {
        Paper paper = paper(name);
        return new Paper(
                paper.number(),
                paper.on(),
                paper.kind(),
                paper.from(),
                paper.to(),
                paper.text(),
                paper.annex(),
                paper.columns(),
                List.of(),
                List.of(form(1, "Rayhan Zabibi"), form(2, name)));
    }

    private static Form form(int place, String name) {
        return new Form(
                "NV-2026-0001/" + place,
                new Pair("Request for verification", "طلب التحقق من الجنسية"),
                new Pair("Under an agreement.", "بموجب اتفاق."),
                new Pair("The person", "الشخص"),
                List.of(new Given(new Pair("Full name", "الاسم الكامل"), name)),
                new Pair("Answer", "الرد"),
                List.of(
                        new Asked(new Pair("Is a national", "هو من الرعايا"), true),
                        new Asked(new Pair("Date", "التاريخ"), false)));
    }

    private static int ink(BufferedImage page, int fromX, int toX, int fromY, int toY) {
        int dark = 0;
        for (int x = fromX; x < toX; x++) {
            for (int y = fromY; y < toY; y++) {
                if ((page.getRGB(x, y) & 0xff) < 100) {
                    dark++;
                }
            }
        }
        return dark;
    }

    private static Paper paper(String name) {
        return new Paper(
                "NV-2026-0001",
                LocalDate.of(2026, 5, 21),
                new Pair("Note verbale", "مذكرة شفوية"),
                new Pair("Joint Return Committee", "اللجنة المشتركة للعودة"),
                new Pair("The Ministry of Foreign Affairs of Meridia", "وزارة الخارجية في ميريديا"),
                List.of(
                        new Pair(
                                "The Committee presents its compliments to the Ministry.",
                                "تهدي اللجنة أطيب تحياتها إلى الوزارة.")),
                new Pair("Annex", "الملحق"),
                List.of(new Pair("No.", "الرقم"), new Pair("Full name", "الاسم الكامل")),
                List.of(List.of("1", name), List.of("2", "Rayhan Zabibi / ريحان زبيبي")));
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
