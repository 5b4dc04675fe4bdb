/// Shared words that decide nothing. A type enters when three rooms use it.
module org.nostos.basics {
    requires static transitive org.jspecify;

    exports org.nostos.basics;
}
