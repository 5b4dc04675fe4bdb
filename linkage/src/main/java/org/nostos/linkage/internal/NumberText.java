package org.nostos.linkage.internal;

/// Numbers of documents and postal codes as texts.
final class NumberText {
    private NumberText() {}

    /// Whether one sign is changed, left out or added, or two neighbours change places. Case does not
    /// count.
    static boolean isOneSlip(String left, String right) {
        boolean leftShorter = left.length() <= right.length();
        String shorter = leftShorter ? left : right;
        String longer = leftShorter ? right : left;
        if (longer.length() - shorter.length() > 1 || longer.length() < 4) {
            return false;
        }
        int start = 0;
        while (start < shorter.length() && same(shorter.charAt(start), longer.charAt(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter.length() - start
                && same(
                        shorter.charAt(shorter.length() - 1 - end),
                        longer.charAt(longer.length() - 1 - end))) {
            end++;
        }
        int inShorter = shorter.length() - start - end;
        int inLonger = longer.length() - start - end;
        return inLonger <= 1 || (inShorter == 2 && inLonger == 2 && turned(shorter, longer, start));
    }

    private static boolean turned(String one, String other, int at) {
        return same(one.charAt(at), other.charAt(at + 1))
                && same(one.charAt(at + 1), other.charAt(at));
    }

    private static boolean same(char left, char right) {
        return Character.toLowerCase(left) == Character.toLowerCase(right);
    }

    /// The area of a postal code: what stands before its last space, or its first half.
    static String area(String code) {
        int space = code.lastIndexOf(' ');
        return space > 0 ? code.substring(0, space) : code.substring(0, (code.length() + 1) / 2);
    }
}
