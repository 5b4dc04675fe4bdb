package org.nostos;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The instance: one process with its pages, its database and its engine.
@SpringBootApplication
public class NostosApplication {

    /// `serve [--port N] [--data DIR]`
    public static void main(String[] args) {
        int port = 8080;
        Path data = Path.of(".nostos", "data");
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "serve" -> {}
                case "--port" -> port = Integer.parseInt(valueOf(args, ++i));
                case "--data" -> data = Path.of(valueOf(args, ++i));
                default -> usage("unknown option: " + args[i]);
            }
        }
        serve(data, port);
    }

    private static void serve(Path data, int port) {
        Instance instance = Instance.start(data, port, Map.of());
        System.out.println("Nostos answers at " + instance.address());
        instance.firstLink()
                .ifPresent(link -> System.out.println("First administrator, once, today: " + link));
    }

    private static String valueOf(String[] args, int i) {
        if (i >= args.length) {
            usage(args[i - 1] + " needs a value");
        }
        return args[i];
    }

    private static void usage(String problem) {
        System.err.println(
                "nostos: " + problem + "\nusage: nostos serve [--port 8080] [--data DIR]");
        System.exit(2);
    }

    /// The application as Spring starts it; [Instance] gives it its database.
    static SpringApplication application() {
        return new SpringApplication(NostosApplication.class);
    }
}
