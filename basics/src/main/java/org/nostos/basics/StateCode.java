package org.nostos.basics;

/// A code of three letters for a state or for a nationality that is none.
///
/// ISO 3166-1 alpha-3, the codes that ICAO Doc 9303-3 adds for people without a state (`XXA`
/// stateless, `XXB` and `XXC` refugees, `XXX` unspecified), and the user-assigned range `XAA` to
/// `XZZ` for invented states. The code is checked for its form alone: historical states stay valid.
public record StateCode(String value) implements Comparable<StateCode> {

    public StateCode {
        if (!value.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("a state code is three capital letters: " + value);
        }
    }

    /// The code that `toString` wrote.
    public static StateCode parse(String text) {
        return new StateCode(text);
    }

    /// Whether the code stands in the range that ISO 3166-1 leaves to its users.
    public boolean isInvented() {
        return value.charAt(0) == 'X'
                && !value.equals("XXA")
                && !value.equals("XXB")
                && !value.equals("XXC")
                && !value.equals("XXX")
                && !value.equals("XXK");
    }

    @Override
    public int compareTo(StateCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
