package com.byajbook.api.payments;

import com.byajbook.platform.money.Paise;
import java.util.UUID;

/** The link that opens a UPI app with the payment filled in. The same for the same payment, so that a retry gets it again. */
final class UpiIntent {

    private static final String PAYEE = "byajbook@upi";

    private UpiIntent() {}

    static String of(UUID payment, long amountPaise) {
        return "upi://pay?pa=" + PAYEE + "&pn=ByajBook&tr=" + payment + "&am=" + Paise.plain(amountPaise)
                + "&cu=INR&tn=Loan%20repayment";
    }
}
