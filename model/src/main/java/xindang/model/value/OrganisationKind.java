package xindang.model.value;

/** Kinds of organisation, by the first two characters of a unified social credit code (GB 32100-2015, table 1). */
public enum OrganisationKind {
    GOVERNMENT_BODY("11"),
    PUBLIC_INSTITUTION("12"),
    MASS_ORGANISATION("13"),
    OTHER_ESTABLISHMENT("19"),
    FOREIGN_NEWS_OFFICE("21"),
    OTHER_FOREIGN("29"),
    LAW_FIRM("31"),
    NOTARY_OFFICE("32"),
    GRASSROOTS_LEGAL_SERVICE("33"),
    FORENSIC_INSTITUTION("34"),
    ARBITRATION_COMMISSION("35"),
    OTHER_JUDICIAL("39"),
    FOREIGN_CULTURAL_CENTRE("41"),
    OTHER_CULTURAL("49"),
    SOCIAL_ORGANISATION("51"),
    PRIVATE_NON_ENTERPRISE("52"),
    FOUNDATION("53"),
    RESIDENTS_COMMITTEE("54"),
    VILLAGERS_COMMITTEE("55"),
    OTHER_CIVIL("59"),
    FOREIGN_TOURISM_OFFICE("61"),
    HONG_KONG_MACAO_TOURISM_OFFICE("62"),
    OTHER_TOURISM("69"),
    RELIGIOUS_SITE("71"),
    RELIGIOUS_SCHOOL("72"),
    OTHER_RELIGIOUS("79"),
    TRADE_UNION("81"),
    OTHER_UNION("89"),
    ENTERPRISE("91"),
    INDIVIDUAL_BUSINESS("92"),
    FARMERS_COOPERATIVE("93"),
    OTHER_REGISTERED("99"),
    MILITARY_INSTITUTION("A1"),
    OTHER_MILITARY("A9"),
    GROUP_COLLECTIVE("N1"),
    VILLAGE_COLLECTIVE("N2"),
    TOWNSHIP_COLLECTIVE("N3"),
    OTHER_COLLECTIVE("N9"),
    OTHER("Y1"),
    /** Two characters that are in no known table. Such codes are accepted, because the tables grow. */
    UNLISTED("");

    private final String prefix;

    OrganisationKind(String prefix) {
        this.prefix = prefix;
    }

    static OrganisationKind of(String code) {
        String prefix = code.substring(0, 2);
        for (OrganisationKind kind : values()) {
            if (kind.prefix.equals(prefix)) {
                return kind;
            }
        }
        return UNLISTED;
    }

    /** Returns the first two characters of the codes of this kind; empty for {@link #UNLISTED}. */
    public String prefix() {
        return prefix;
    }
}
