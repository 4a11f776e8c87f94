package xindang.model.law;

/**
 * A forbidden word in a text.
 *
 * @param word as the matcher read it: simplified, lower case, without spaces and signs
 * @param from index of its first letter in the folded text
 * @param to index behind its last letter
 */
record Hit(ForbiddenKind kind, String word, int from, int to) {}
