/// Publicly reported figures. Knows words and numbers, and no person.
module org.nostos.figures {
    requires static transitive org.jspecify;
    requires transitive org.nostos.basics;

    exports org.nostos.figures;
}
