package xindang.model.intake;

/**
 * The numbers of an import.
 *
 * @param accepted number of accepted rows, including those with warnings
 * @param warned number of accepted rows with at least one warning
 * @param created number of new records
 * @param updated number of changed records
 * @param unchanged number of records without any change
 * @param lockedRows number of records with a consent-needed value that was left out
 * @param withdrawnRows number of records of people whose refusal or withdrawal stays valid
 * @param households number of accepted subjects
 * @param people number of accepted subjects and members
 */
public record IntakeCounts(
        int accepted,
        int warned,
        int created,
        int updated,
        int unchanged,
        int lockedRows,
        int withdrawnRows,
        int households,
        int people) {
    public static final IntakeCounts NONE = new IntakeCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Returns the sums with other numbers. */
    public IntakeCounts plus(IntakeCounts more) {
        return new IntakeCounts(
                accepted + more.accepted,
                warned + more.warned,
                created + more.created,
                updated + more.updated,
                unchanged + more.unchanged,
                lockedRows + more.lockedRows,
                withdrawnRows + more.withdrawnRows,
                households + more.households,
                people + more.people);
    }
}
