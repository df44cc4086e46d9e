package com.byajbook.platform.money;

/** How an amount in paise is written for people: {@code ₹1,23,456.78}, grouped the Indian way (3, then 2 digits). */
public final class Paise {

    private static final int PAISE_PER_RUPEE = 100;

    private Paise() {}

    /** The amount with the rupee sign; whole rupees keep their two decimals, a negative amount its sign in front. */
    public static String format(long paise) {
        String rupees = Long.toUnsignedString(Math.abs(paise / PAISE_PER_RUPEE));
        long rest = Math.abs(paise % PAISE_PER_RUPEE);
        return (paise < 0 ? "-" : "") + "₹" + group(rupees) + "." + (rest < 10 ? "0" : "") + rest;
    }

    /** The amount as UPI writes it: rupees with two decimals and no grouping, {@code 123456.78}. */
    public static String plain(long paise) {
        return (paise < 0 ? "-" : "")
                + Math.abs(paise / PAISE_PER_RUPEE)
                + "."
                + String.format("%02d", Math.abs(paise % PAISE_PER_RUPEE));
    }

    private static String group(String rupees) {
        if (rupees.length() <= 3) {
            return rupees;
        }
        int head = rupees.length() - 3;
        String thousands = rupees.substring(0, head).replaceAll("(?<=\\d)(?=(\\d\\d)+$)", ",");
        return thousands + "," + rupees.substring(head);
    }
}
