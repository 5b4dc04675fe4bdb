/// Names of people across scripts. Knows letters and sounds, and no record.
module org.nostos.names {
    requires static transitive org.jspecify;

    exports org.nostos.names;
}
