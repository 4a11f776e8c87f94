package xindang.model.keeping;

/**
 * What somebody typed about a subject that moves out.
 *
 * @param place 12 digits or a name of the place where it goes
 * @param date of the move; empty for today
 * @param reason in the words of people; may be empty
 */
public record Departure(String place, String date, String reason) {}
