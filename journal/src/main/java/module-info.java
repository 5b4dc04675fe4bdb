/// The tamper-evident log and its verifier. It hashes bytes and knows no persons.
module org.nostos.journal {
    requires static transitive org.jspecify;

    exports org.nostos.journal;
}
