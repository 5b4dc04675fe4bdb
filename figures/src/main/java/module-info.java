/// Publicly reported figures. Knows words and numbers, and no person.
module org.nostos.figures {
    requires static transitive org.jspecify;
    requires transitive org.nostos.basics;
    requires org.apache.pdfbox;
    requires org.jsoup;

    exports org.nostos.figures;
}
