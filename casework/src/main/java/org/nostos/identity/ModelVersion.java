package org.nostos.identity;

import java.time.Instant;
import java.util.UUID;
import org.nostos.linkage.LinkageModel;

/// A model as it is kept: what each agreement and disagreement weighs. It holds no value of any record.
///
/// @param parameters as the engine writes them, JSON
/// @param sha256 of the parameters, in hex
/// @param records on how many it was trained; 0 where it was handed in
public record ModelVersion(
        UUID id, String parameters, String sha256, Origin origin, long records, Instant at) {

    /// Where a model comes from.
    public enum Origin {
        /// Trained by the engine before anybody judged.
        STARTING,
        /// Trained anew because somebody asked.
        RETRAINED,
        /// Handed in by a person.
        UPLOADED
    }

    /// The parameters, read.
    public LinkageModel model() {
        return LinkageModel.parse(parameters);
    }

    /// Enough of the hash to tell models apart by eye.
    public String shortHash() {
        return sha256.substring(0, 12);
    }
}
