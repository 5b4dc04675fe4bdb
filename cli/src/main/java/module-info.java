/// The commands that need no server.
module org.nostos.cli {
    requires static transitive org.jspecify;
    requires org.nostos.basics;
    requires org.nostos.figures;
    requires org.nostos.journal;
    requires org.nostos.linkage;
    requires org.nostos.names;
    requires de.siegmar.fastcsv;
    requires info.picocli;

    exports org.nostos.cli;

    opens org.nostos.cli to
            info.picocli;
}
