package org.nostos.house;

/// A Java file taken apart: its code with comments and literals blanked out, and its comments with
/// all else blanked out. Lines keep their numbers in both.
record JavaText(String code, String comments) {

    static JavaText of(String source) {
        return new Reader(source).read();
    }

    private static final class Reader {
        private final String source;
        private final StringBuilder code;
        private final StringBuilder comments;
        private int at;

        Reader(String source) {
            this.source = source;
            this.code = blank(source);
            this.comments = blank(source);
        }

        JavaText read() {
            while (at < source.length()) {
                if (source.startsWith("//", at)) {
                    comment(until("\n", at));
                } else if (source.startsWith("/*", at)) {
                    comment(until("*/", at + 2) + 2);
                } else if (source.startsWith("\"\"\"", at)) {
                    at = literalEnd("\"\"\"", at + 3);
                } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
                    at = literalEnd(source.substring(at, at + 1), at + 1);
                } else {
                    code.setCharAt(at, source.charAt(at));
                    at++;
                }
            }
            return new JavaText(code.toString(), comments.toString());
        }

        private void comment(int end) {
            for (int stop = Math.min(end, source.length()); at < stop; at++) {
                comments.setCharAt(at, source.charAt(at));
            }
        }

        private int until(String mark, int from) {
            int found = source.indexOf(mark, from);
            return found < 0 ? source.length() : found;
        }

        private int literalEnd(String quote, int from) {
            int i = from;
            while (i < source.length() && !source.startsWith(quote, i)) {
                i += source.charAt(i) == '\\' ? 2 : 1;
            }
            return i + quote.length();
        }

        private static StringBuilder blank(String source) {
            StringBuilder blank = new StringBuilder(source.length());
            source.chars().forEach(c -> blank.append(c == '\n' ? '\n' : ' '));
            return blank;
        }
    }
}
