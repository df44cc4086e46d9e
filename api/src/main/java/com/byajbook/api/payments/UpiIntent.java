package com.byajbook.api.payments;

import com.byajbook.platform.money.Paise;
import java.util.UUID;

/** The link that opens a UPI app with the payment filled in. The same for the same payment, so that a retry gets it again. */
public final class UpiIntent {

    private static final String PAYEE = "byajbook@upi";

    private UpiIntent() {}

    /** For a borrower's payment. */
    static String repayment(UUID payment, long amountPaise) {
        return of(payment, amountPaise, "Loan%20repayment");
    }

    /** For money that a lender pays in. */
    public static String deposit(UUID deposit, long amountPaise) {
        return of(deposit, amountPaise, "Wallet%20deposit");
    }

    private static String of(UUID reference, long amountPaise, String note) {
        return "upi://pay?pa=" + PAYEE + "&pn=ByajBook&tr=" + reference + "&am=" + Paise.plain(amountPaise)
                + "&cu=INR&tn=" + note;
    }
}
