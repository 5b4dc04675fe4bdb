/// The record linkage engine. Knows records and judgements about them, and no database.
module org.nostos.linkage {
    requires static transitive org.jspecify;
    requires transitive org.nostos.basics;
    requires transitive org.nostos.names;

    exports org.nostos.linkage;
}
