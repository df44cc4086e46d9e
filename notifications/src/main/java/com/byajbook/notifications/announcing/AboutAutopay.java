package com.byajbook.notifications.announcing;

import com.byajbook.notifications.wording.Notice;
import com.byajbook.notifications.wording.Notice.Kind;
import com.byajbook.platform.message.AutopayNotice;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.money.Paise;
import java.util.List;
import java.util.Map;

/** What borrowers hear of instalments that are collected by themselves: before it happens, and when it cannot. */
final class AboutAutopay {

    private AboutAutopay() {}

    static Notice notice(AutopayNotice told) {
        Map<String, String> facts = Map.of(
                "amount", Paise.format(told.amountPaise()),
                "on", AboutLoans.DAY.format(told.collectOn()),
                "dueOn", AboutLoans.DAY.format(told.dueOn()),
                "reference", told.reference());
        return new Notice(kind(told), facts, 0, List.of());
    }

    private static Kind kind(AutopayNotice told) {
        return switch (told.kind()) {
            case UPCOMING -> told.byMandate() ? Kind.AUTOPAY_UPCOMING : Kind.AUTOPAY_TO_APPROVE;
            case GIVEN_UP -> Kind.AUTOPAY_GIVEN_UP;
        };
    }

    static Notice notice(MandateChanged changed) {
        return switch (changed.status()) {
            case ACTIVE -> plain(Kind.MANDATE_ACTIVE);
            case REJECTED -> plain(Kind.MANDATE_REJECTED);
            case REVOKED -> plain(Kind.MANDATE_REVOKED);
        };
    }

    private static Notice plain(Kind kind) {
        return new Notice(kind, Map.of(), 0, List.of());
    }
}
