package org.nostos.documents;

/// What a look at a document's file came to.
public sealed interface Verdict {

    /// Every byte is as it was signed.
    ///
    /// @param key whose signature it is, in one line
    record Whole(String number, String contentSha256, String key, String content)
            implements Verdict {}

    /// Something is not as it was signed, or was never signed.
    record Broken(Fault fault) implements Verdict {}

    /// What is wrong with it.
    enum Fault {
        /// No signature stands at its end.
        NOT_SIGNED,
        /// It was signed with another key than the one it is checked against.
        OTHER_KEY,
        /// Its bytes are not those that were signed.
        FILE_CHANGED,
        /// It carries no content, or content that its signature is not of.
        CONTENT_CHANGED
    }
}
