package org.nostos.web.requests;

import org.nostos.requests.NotesVerbales.PaperOf;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// The file of a note, as the browser keeps it: under its number and nobody's name.
final class PaperFile {

    private PaperFile() {}

    static ResponseEntity<byte[]> of(PaperOf paper, String number) {
        ContentDisposition saved =
                ContentDisposition.attachment().filename(number + ".pdf").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(paper.pdf());
    }
}
