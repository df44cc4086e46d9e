package com.byajbook.loanengine.autopay.usecase;

import com.byajbook.loanengine.autopay.domain.Attempt;
import com.byajbook.loanengine.autopay.domain.Autopay;
import com.byajbook.loanengine.autopay.domain.CollectionRules;
import com.byajbook.loanengine.autopay.domain.InstalmentCollection;
import com.byajbook.loanengine.autopay.domain.InstalmentKey;
import com.byajbook.platform.id.Ids;
import com.byajbook.platform.message.AutopayNotice;
import com.byajbook.platform.message.CollectInstalment;
import com.byajbook.platform.message.MessageType;
import com.byajbook.platform.message.RegisterMandate;
import com.byajbook.platform.message.RevokeMandate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** What is sent. Each id follows from what the message is about, so that no retry can make a second one. */
final class AutopayMessages {

    private AutopayMessages() {}

    static UUID mandateId(UUID loanId, int turn) {
        return Ids.v5(loanId, "mandate:" + turn);
    }

    static UUID paymentId(InstalmentKey key, int attempt) {
        return Ids.v5(key.loanId(), "instalment:" + key.number() + ":" + attempt);
    }

    static RegisterMandate register(Autopay autopay, CollectionRules rules) {
        return new RegisterMandate(
                Ids.v5(autopay.mandateId(), MessageType.REGISTER_MANDATE.routingKey()),
                autopay.updatedAt(),
                autopay.mandateId(),
                autopay.loanId(),
                autopay.borrowerId(),
                rules.mandateLimitPaise());
    }

    static RevokeMandate revoke(Autopay autopay) {
        return new RevokeMandate(
                Ids.v5(autopay.mandateId(), MessageType.REVOKE_MANDATE.routingKey()),
                autopay.updatedAt(),
                autopay.mandateId(),
                autopay.loanId(),
                autopay.borrowerId());
    }

    static CollectInstalment collect(Attempt attempt, Autopay autopay) {
        return new CollectInstalment(
                Ids.v5(attempt.paymentId(), MessageType.COLLECT_INSTALMENT.routingKey()),
                attempt.askedAt(),
                attempt.paymentId(),
                attempt.key().loanId(),
                autopay.borrowerId(),
                attempt.key().number(),
                attempt.attempt(),
                attempt.amountPaise(),
                attempt.byMandate() ? autopay.mandateId() : null);
    }

    static AutopayNotice upcoming(InstalmentCollection noticed, UUID borrowerId, CollectionRules rules) {
        Instant first = Objects.requireNonNull(noticed.nextAt(), "a first attempt follows a notice");
        return notice(
                noticed,
                borrowerId,
                AutopayNotice.Kind.UPCOMING,
                new Told(
                        noticed.noticedAt(),
                        noticed.noticedPaise(),
                        rules.day(first),
                        rules.isByMandate(noticed.noticedPaise())));
    }

    static AutopayNotice givenUp(
            InstalmentCollection left, Attempt last, UUID borrowerId, Instant now, CollectionRules rules) {
        return notice(
                left,
                borrowerId,
                AutopayNotice.Kind.GIVEN_UP,
                new Told(now, last.amountPaise(), rules.day(last.askedAt()), last.byMandate()));
    }

    private static AutopayNotice notice(
            InstalmentCollection instalment, UUID borrowerId, AutopayNotice.Kind kind, Told told) {
        UUID loanId = instalment.key().loanId();
        int number = instalment.key().number();
        return new AutopayNotice(
                Ids.v5(loanId, MessageType.AUTOPAY_NOTICE.routingKey() + ":" + number + ":" + kind),
                told.at(),
                loanId,
                borrowerId,
                number,
                kind,
                told.paise(),
                instalment.dueOn(),
                told.on(),
                told.byMandate(),
                reference(loanId, number));
    }

    /** Short enough to be read out: the first part of the loan's id, and the instalment. */
    private static String reference(UUID loanId, int number) {
        return loanId.toString().substring(0, 8).toUpperCase(Locale.ROOT) + "-" + number;
    }

    private record Told(Instant at, long paise, LocalDate on, boolean byMandate) {}
}
