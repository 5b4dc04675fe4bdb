package org.nostos.documents;

import io.nayuki.qrcodegen.QrCode;
import java.util.List;
import org.nostos.documents.Paper.Form;
import org.nostos.documents.Paper.Pair;

/// A paper as the page that is printed: English at the left, Arabic at the right.
final class Sheet {

    private static final String STYLE =
            """
            @page { size: A4; margin: 20mm 16mm 24mm; @bottom-center { content: element(foot); } }
            body { font-family: 'DejaVu Sans'; font-size: 9pt; line-height: 1.45; color: #000; }
            table { width: 100%; border-collapse: collapse; }
            .two td { width: 50%; vertical-align: top; padding: 0 0 3mm; }
            .two td:first-child { padding-right: 6mm; }
            .ar { direction: rtl; text-align: right; }
            h1 { font-size: 14pt; margin: 0 0 1mm; }
            .number { font-weight: bold; }
            .annex { -fs-table-paginate: paginate; font-size: 8pt; }
            .annex th, .annex td { border-bottom: 0.3pt solid #777; padding: 1mm 2mm 1mm 0; vertical-align: top; text-align: left; }
            .annex th { border-bottom: 0.8pt solid #000; }
            .annex tr { page-break-inside: avoid; }
            h2 { font-size: 10pt; margin: 6mm 0 2mm; }
            .form { page-break-before: always; }
            .fields td { border: 0.3pt solid #777; padding: 1.5mm 2mm; vertical-align: middle; }
            .fields .head { width: 27%; }
            .fields .room { height: 9mm; }
            .fields .box { text-align: center; font-size: 13pt; }
            .code td { vertical-align: middle; padding: 4mm 3mm 0 0; }
            .qr { border-collapse: collapse; width: auto; }
            .qr td { width: 0.72mm; height: 0.72mm; padding: 0; font-size: 0; line-height: 0; }
            .qr .d { background: #000; }
            .small { font-size: 6.5pt; word-wrap: break-word; }
            #foot { position: running(foot); font-size: 6.5pt; text-align: center; color: #333; }
            """;

    private static final int BORDER = 2;

    private Sheet() {}

    static String of(Paper paper, String hash, String code, String key) {
        StringBuilder page = new StringBuilder();
        page.append("<html><head><title>").append(text(paper.number())).append("</title><style>");
        page.append(STYLE).append("</style></head><body>");
        page.append("<div id=\"foot\">").append(text(paper.number())).append(" &#183; SHA-256 ");
        page.append(hash).append("</div>");
        head(page, paper);
        page.append("<table class=\"two\">");
        paper.text().forEach(pair -> pair(page, pair));
        page.append("</table>");
        if (!paper.rows().isEmpty()) {
            annex(page, paper);
        }
        seal(page, hash, code, key);
        paper.forms().forEach(form -> form(page, form));
        return page.append("</body></html>").toString();
    }

    private static void head(StringBuilder page, Paper paper) {
        page.append("<table class=\"two\"><tr><td><h1>").append(text(paper.kind().english()));
        page.append("</h1></td><td class=\"ar\"><h1>").append(text(paper.kind().arabic()));
        page.append("</h1></td></tr><tr><td><span class=\"number\">").append(text(paper.number()));
        page.append("</span><br/>").append(paper.on()).append("</td><td class=\"ar\">");
        page.append("<span class=\"number\" style=\"direction: ltr\">")
                .append(text(paper.number()));
        page.append("</span></td></tr>");
        pair(page, paper.from());
        pair(page, paper.to());
        page.append("</table>");
    }

    private static void pair(StringBuilder page, Pair pair) {
        page.append("<tr><td>").append(text(pair.english())).append("</td><td class=\"ar\">");
        page.append(text(pair.arabic())).append("</td></tr>");
    }

    private static void annex(StringBuilder page, Paper paper) {
        heading(page, paper.annex());
        page.append("<table class=\"annex\"><thead><tr>");
        for (Pair column : paper.columns()) {
            page.append("<th>").append(text(column.english())).append("<br/>");
            page.append(text(column.arabic())).append("</th>");
        }
        page.append("</tr></thead><tbody>");
        for (List<String> row : paper.rows()) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(text(cell)).append("</td>"));
            page.append("</tr>");
        }
        page.append("</tbody></table>");
    }

    private static void form(StringBuilder page, Form form) {
        page.append("<div class=\"form\"><table class=\"two\"><tr><td><h1>");
        page.append(text(form.kind().english())).append("</h1></td><td class=\"ar\"><h1>");
        page.append(text(form.kind().arabic())).append("</h1></td></tr><tr><td>");
        page.append("<span class=\"number\">").append(text(form.number()));
        page.append("</span></td><td></td></tr>");
        pair(page, form.under());
        page.append("</table>");
        heading(page, form.givenHead());
        page.append("<table class=\"fields\">");
        form.given().forEach(one -> field(page, one.head(), "", text(one.value())));
        page.append("</table>");
        heading(page, form.askedHead());
        page.append("<table class=\"fields\">");
        form.asked()
                .forEach(one ->
                        field(
                                page,
                                one.head(),
                                one.box() ? "box" : "room",
                                one.box() ? "\u2610" : ""));
        page.append("</table></div>");
    }

    private static void heading(StringBuilder page, Pair head) {
        page.append("<table class=\"two\"><tr><td><h2>").append(text(head.english()));
        page.append("</h2></td><td class=\"ar\"><h2>").append(text(head.arabic()));
        page.append("</h2></td></tr></table>");
    }

    private static void field(StringBuilder page, Pair head, String style, String value) {
        page.append("<tr><td class=\"head\">").append(text(head.english()));
        page.append("</td><td class=\"").append(style).append("\">").append(value);
        page.append("</td><td class=\"head ar\">").append(text(head.arabic()));
        page.append("</td></tr>");
    }

    private static void seal(StringBuilder page, String hash, String code, String key) {
        page.append("<table class=\"code\"><tr><td style=\"width: 52mm\">");
        qr(page, QrCode.encodeText(code, QrCode.Ecc.MEDIUM));
        page.append("</td><td class=\"small\">Content SHA-256<br/>").append(hash);
        page.append("<br/>Signed with the Ed25519 key<br/>").append(key);
        page.append("<br/>nostos document verify FILE --key PUB</td></tr></table>");
    }

    private static void qr(StringBuilder page, QrCode code) {
        page.append("<table class=\"qr\">");
        for (int y = -BORDER; y < code.size + BORDER; y++) {
            page.append("<tr>");
            for (int x = -BORDER; x < code.size + BORDER; x++) {
                page.append(code.getModule(x, y) ? "<td class=\"d\"></td>" : "<td></td>");
            }
            page.append("</tr>");
        }
        page.append("</table>");
    }

    private static String text(String words) {
        StringBuilder text = new StringBuilder();
        words.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '<' -> text.append("&lt;");
                        case '>' -> text.append("&gt;");
                        case '&' -> text.append("&amp;");
                        case '"' -> text.append("&quot;");
                        case '\n' -> text.append("<br/>");
                        default -> text.appendCodePoint(c < 32 ? ' ' : c);
                    }
                });
        return text.toString();
    }
}
