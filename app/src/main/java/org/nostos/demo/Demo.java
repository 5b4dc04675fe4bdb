package org.nostos.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import org.nostos.Instance;
import org.nostos.demo.internal.FiveLists;

/// `./nostos demo`: an instance with invented people and invented states.
///
/// A folder that holds a demo is opened as it stands; an empty one is filled first. Addresses and
/// passwords go to standard output, talk goes to standard error.
public final class Demo {

    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;

    private Demo() {}

    public static void main(String[] args) throws Exception {
        DemoOptions options;
        try {
            options = DemoOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println("nostos: demo: " + e.getMessage() + "\n" + DemoOptions.USAGE);
            System.exit(WRONG_USAGE);
            return;
        }
        if (!isFree(options.port())) {
            System.err.println(
                    "nostos: port " + options.port() + " is taken; choose another with --port");
            System.exit(REFUSED);
        }
        DemoFolder folder = new DemoFolder(options.data());
        if (folder.state() == DemoFolder.State.FOREIGN) {
            System.err.println(
                    "nostos: "
                            + options.data()
                            + " holds something that is no demo; name another --data");
            System.exit(REFUSED);
        }
        open(options, folder);
    }

    private static void open(DemoOptions options, DemoFolder folder) throws Exception {
        if (options.reset() || folder.state() == DemoFolder.State.HALF_TOLD) {
            System.err.println("nostos: clearing the demo away ...");
            folder.clear();
        }
        boolean fresh = folder.state() == DemoFolder.State.EMPTY;
        Files.createDirectories(folder.path());
        Keys keys = fresh ? Keys.cut() : Keys.read(folder.path());
        if (fresh) {
            keys.keep(folder.path());
        }
        Instance instance =
                Instance.start(
                        folder.path(),
                        options.port(),
                        Map.of("nostos.invented", "true", "spring.main.log-startup-info", "false"));
        if (fresh) {
            System.err.println("nostos: inventing people and handing their lists in ...");
            new DemoStory(instance, keys)
                    .tell(FiveLists.of(FiveLists.USUAL_SEED, FiveLists.USUAL_SIZE));
            folder.markTold();
        }
        welcome(System.out, instance, keys);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void welcome(PrintStream out, Instance instance, Keys keys) {
        out.println("Nostos, with invented people, answers at " + instance.address());
        out.println();
        for (Member member : Member.values()) {
            out.printf(
                    "  %-8s  %-22s  %s, %s%n",
                    member.login(),
                    keys.of(member),
                    member.role.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    member.team.title);
        }
        out.println();
        out.println(TRY_FIRST);
        out.flush();
    }

    private static final String TRY_FIRST =
            """
            Try this first:
              1. As hazel, open Review: two records side by side, and why the engine holds them for one
                 person. Say same, different, or cannot tell.
              2. As rowan, confirm what hazel judged: the second pair of eyes, who does not see the first.
              3. As hazel, search for Saqr Zaytun, or صقر زيتون: one box, any script. Open a person; see
                 what each list says of them, and choose the value that letters carry, with a reason.
              4. As birch of Varland, look at the list that waits: its columns, its bad row; accept it. Varland
                 sees its own lists and nobody else's.
              5. As heron, open the journal: everything above stands in it, and it verifies.
            Stop with Ctrl-C; the demo is kept and opens again in seconds. --reset starts it anew.\
            """;
}
