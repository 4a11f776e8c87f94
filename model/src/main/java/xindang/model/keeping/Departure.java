package xindang.model.keeping;

/**
 * The typed texts about a subject that moves out.
 *
 * @param place new place: 12 digits or a name
 * @param date date of the move; empty for today
 * @param reason free text; may be empty
 */
public record Departure(String place, String date, String reason) {}
