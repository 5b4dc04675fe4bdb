package org.nostos.testing.lists;

import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import org.nostos.journal.JournalKeys;
import org.nostos.parties.Passwords;
import org.nostos.postgres.DatabaseAccess;
import org.nostos.testing.TestHouse;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// An instance without pages, in a process of its own, for tests that kill it. It reads its ways into
/// the database from standard input, resumes what is unfinished, and stays until it is killed.
final class StagingProcess {

    private StagingProcess() {}

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in, StandardCharsets.UTF_8);
        DatabaseAccess access =
                new DatabaseAccess(
                        in.nextLine(),
                        in.nextLine(),
                        in.nextLine(),
                        in.nextLine(),
                        in.nextLine(),
                        in.nextLine());
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DatabaseAccess.class, () -> access);
        context.registerBean(JournalKeys.class, JournalKeys::generate);
        context.registerBean(Passwords.class, NoPasswords::new);
        context.register(TestHouse.Rooms.class);
        context.refresh();
        while (in.hasNextLine()) {
            in.nextLine();
        }
        context.close();
    }

    private static final class NoPasswords implements Passwords {
        @Override
        public String hash(CharSequence password) {
            return "";
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            return false;
        }
    }
}
