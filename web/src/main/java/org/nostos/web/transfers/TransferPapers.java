package org.nostos.web.transfers;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.nostos.transfers.TransferReading;
import org.nostos.transfers.Transfers.PaperOf;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The papers of a transfer, as the browser keeps them: under their number and nobody's name.
@Controller
class TransferPapers {

    private final TransferReading reading;

    TransferPapers(TransferReading reading) {
        this.reading = reading;
    }

    @GetMapping("/transfers/{transfer}/papers/{event}")
    ResponseEntity<byte[]> paper(@PathVariable UUID transfer, @PathVariable UUID event) {
        PaperOf paper = reading.paper(transfer, event).orElseThrow(NoSuchElementException::new);
        ContentDisposition saved =
                ContentDisposition.attachment().filename(paper.number() + ".pdf").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(paper.pdf());
    }
}
