package org.nostos.lists.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.nostos.lists.FileBytes;
import org.nostos.lists.Layout;
import org.nostos.lists.Survey;
import org.nostos.lists.UnreadableFile;

/// A process of its own that reads hostile files, all of them or the one that is named, and says what
/// came of each and how much memory it took at most. It ends with 0 if each was refused or read. The
/// lengthy ones, two gigabytes that are read to their end, are read where they are named.
final class HostileReading {

    static final Set<String> LENGTHY = Set.of("blank-lines", "blank-cells", "rows");

    private HostileReading() {}

    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, FileBytes> file : HostileFiles.all().entrySet()) {
            boolean asked = args.length > 0 && args[0].equals(file.getKey());
            if (asked || args.length == 0 && !LENGTHY.contains(file.getKey())) {
                System.out.println(file.getKey() + "\t" + outcome(file.getValue()) + "\t" + peak());
            }
        }
    }

    private static String outcome(FileBytes file) throws IOException {
        try {
            Survey survey = Surveyor.survey(file, Layout.TOLD);
            return survey.rows() + " rows";
        } catch (UnreadableFile e) {
            return e.obstacle().code().replace("obstacle.lists.", "") + e.obstacle().arguments();
        }
    }

    /// The most memory this process has had, in MiB, where the system says so.
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "-";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
                .findFirst()
                .orElse("-");
    }
}
