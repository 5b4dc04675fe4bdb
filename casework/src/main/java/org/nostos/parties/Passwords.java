package org.nostos.parties;

/// How passwords are kept: as hashes that are slow to guess.
public interface Passwords {

    String hash(CharSequence password);

    boolean matches(CharSequence password, String hash);
}
