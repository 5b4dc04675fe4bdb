package org.nostos.documents;

/// A document as a file.
///
/// @param sha256 of the whole file, in hex
/// @param contentSha256 of what it says, as its code and its foot show it
public record Printed(byte[] pdf, String sha256, String contentSha256) {}
