package org.nostos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nostos.documents.Verdict;
import org.nostos.documents.Verifier;
import org.nostos.journal.JournalKeys;

/// `document verify FILE [--key PUB]`: whether a document's file is as it was signed. It needs no
/// instance and no network; without the key it says only that the file agrees with itself.
public final class DocumentCommand {

    private static final String USAGE = "usage: nostos document verify FILE [--key PUB]";
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;

    private DocumentCommand() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /// The exit code.
    static int run(String... args) {
        List<String> words = new ArrayList<>();
        @Nullable String key = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--key=")) {
                key = args[i].substring(6);
            } else if (args[i].equals("--key") && i + 1 < args.length) {
                key = args[++i];
            } else {
                words.add(args[i]);
            }
        }
        if (words.size() != 2
                || !words.getFirst().equals("verify")
                || words.get(1).startsWith("--")) {
            System.err.println(USAGE);
            return WRONG_USAGE;
        }
        return verify(Path.of(words.get(1)), key);
    }

    private static int verify(Path file, @Nullable String keyFile) {
        try {
            @Nullable PublicKey key =
                    keyFile == null
                            ? null
                            : JournalKeys.parsePublic(Files.readString(Path.of(keyFile)));
            return say(Verifier.verify(Files.readAllBytes(file), key), key != null);
        } catch (NoSuchFileException e) {
            System.err.println("nostos: there is no file " + e.getMessage());
            return REFUSED;
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("nostos: cannot read it: " + e.getMessage());
            return REFUSED;
        }
    }

    private static int say(Verdict verdict, boolean againstKey) {
        return switch (verdict) {
            case Verdict.Whole whole -> {
                System.out.println("whole: " + whole.number());
                System.out.println("content SHA-256 " + whole.contentSha256());
                System.out.println("signed with " + whole.key());
                if (!againstKey) {
                    System.err.println(
                            "nostos: checked against the key that the file names itself; give --key to"
                                    + " know who signed it");
                }
                yield 0;
            }
            case Verdict.Broken broken -> {
                System.out.println("not whole: " + words(broken.fault()));
                yield REFUSED;
            }
        };
    }

    private static String words(Verdict.Fault fault) {
        return switch (fault) {
            case NOT_SIGNED -> "no signature stands at its end";
            case OTHER_KEY -> "it was signed with another key";
            case FILE_CHANGED -> "its bytes are not those that were signed";
            case CONTENT_CHANGED -> "it does not carry the content that was signed";
        };
    }
}
