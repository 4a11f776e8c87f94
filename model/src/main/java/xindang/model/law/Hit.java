package xindang.model.law;

/**
 * A forbidden word in a text.
 *
 * @param word word in the matcher's form: simplified, lower case, without spaces and signs
 * @param from index of its first character in the folded text
 * @param to index after its last character
 */
record Hit(ForbiddenKind kind, String word, int from, int to) {}
