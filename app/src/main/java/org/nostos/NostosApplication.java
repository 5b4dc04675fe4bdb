package org.nostos;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The instance: one process with its pages, its database and its engine.
@SpringBootApplication
public class NostosApplication {

    private static final int WRONG_USAGE = 2;

    /// `serve`, with the words of [ServeOptions].
    public static void main(String[] args) {
        try {
            serve(ServeOptions.parse(args, System.getenv()));
        } catch (IllegalArgumentException e) {
            end(WRONG_USAGE, e.getMessage() + "\n" + ServeOptions.USAGE);
        } catch (Exposure.Refused e) {
            end(e.exit(), e.getMessage());
        } catch (ProductionGate.NotReady e) {
            end(ProductionGate.MISSING, e.getMessage());
        }
    }

    private static void serve(ServeOptions options) {
        ProductionGate.requireNear(options);
        Instance instance = Instance.start(options.data(), options.port(), options.settings());
        System.out.println("Nostos answers at " + instance.address());
        instance.firstLink()
                .ifPresent(link -> System.out.println("First administrator, once, today: " + link));
    }

    private static void end(int exit, @Nullable String why) {
        System.err.println("nostos: serve: " + why);
        System.exit(exit);
    }

    /// The application as Spring starts it; [Instance] gives it its database.
    static SpringApplication application() {
        return new SpringApplication(NostosApplication.class);
    }
}
