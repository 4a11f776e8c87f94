package xindang.reports.pdf;

import java.util.Arrays;

/**
 * Builds the bytes of a content stream. Numbers are written directly into the buffer, to a hundredth of a point,
 * without temporary strings.
 */
final class Operators {
    private byte[] bytes = new byte[8192];
    private int size;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Writes a number and a space. */
    Operators number(double value) {
        return hundredths(Math.round(value * 100));
    }

    /** Writes a value in hundredths and a space. */
    Operators hundredths(long value) {
        room(24);
        long remaining = value;
        if (remaining < 0) {
            bytes[size++] = '-';
            remaining = -remaining;
        }
        digits(remaining / 100);
        int fraction = (int) (remaining % 100);
        if (fraction != 0) {
            bytes[size++] = '.';
            bytes[size++] = (byte) ('0' + fraction / 10);
            if (fraction % 10 != 0) {
                bytes[size++] = (byte) ('0' + fraction % 10);
            }
        }
        bytes[size++] = ' ';
        return this;
    }

    /** Writes the three parts of a colour, each from 0 to 1. */
    Operators colour(int rgb) {
        return thousandths((rgb >> 16 & 0xFF) * 1000 / 255)
                .thousandths((rgb >> 8 & 0xFF) * 1000 / 255)
                .thousandths((rgb & 0xFF) * 1000 / 255);
    }

    /** Writes an operator and a line end. */
    Operators op(String operator) {
        raw(operator);
        room(1);
        bytes[size++] = '\n';
        return this;
    }

    /** Writes ASCII text unchanged. */
    Operators raw(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
        return this;
    }

    void openString() {
        room(1);
        bytes[size++] = '(';
    }

    /** Writes one two-byte character code inside a string. */
    void code(int code) {
        room(4);
        escaped(code >> 8);
        escaped(code & 0xFF);
    }

    void closeString() {
        room(1);
        bytes[size++] = ')';
    }

    private void escaped(int value) {
        if (value == '(' || value == ')' || value == '\\') {
            bytes[size++] = '\\';
            bytes[size++] = (byte) value;
        } else if (value == '\r') {
            bytes[size++] = '\\';
            bytes[size++] = 'r';
        } else {
            bytes[size++] = (byte) value;
        }
    }

    private Operators thousandths(int value) {
        room(8);
        if (value >= 1000) {
            bytes[size++] = '1';
        } else {
            bytes[size++] = '0';
            bytes[size++] = '.';
            bytes[size++] = (byte) ('0' + value / 100);
            bytes[size++] = (byte) ('0' + value / 10 % 10);
            bytes[size++] = (byte) ('0' + value % 10);
        }
        bytes[size++] = ' ';
        return this;
    }

    private void digits(long value) {
        if (value >= 10) {
            digits(value / 10);
        }
        bytes[size++] = (byte) ('0' + value % 10);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
