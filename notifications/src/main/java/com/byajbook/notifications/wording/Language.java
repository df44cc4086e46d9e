package com.byajbook.notifications.wording;

/** A language that we write in. */
public enum Language {
    ENGLISH("en"),
    HINDI("hi");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The ISO 639 code, which is also the name of the file with the texts. */
    public String code() {
        return code;
    }

    /** The language with this code; English for one that we do not write: better understood by some than said to none. */
    public static Language of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return language;
            }
        }
        return ENGLISH;
    }
}
