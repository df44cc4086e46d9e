package com.byajbook.paymentflow.payments.usecase;

import com.byajbook.paymentflow.payments.domain.Discrepancy;
import com.byajbook.paymentflow.payments.domain.Finding;
import com.byajbook.paymentflow.payments.domain.Learned;
import com.byajbook.paymentflow.payments.domain.Payment;
import com.byajbook.paymentflow.payments.domain.PaymentPolicy;
import com.byajbook.paymentflow.payments.domain.Verdict;
import com.byajbook.platform.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What findings made of payments.
 *
 * @param changes the payments that are not what they were
 * @param weighed the findings whose payment exists, with what became of them
 */
record Lesson(List<SavePayments.Change> changes, List<Discrepancy> discrepancies, List<Weighed> weighed) {

    static final Lesson NOTHING = new Lesson(List.of(), List.of(), List.of());

    /** A finding and what became of it. */
    record Weighed(Finding finding, Verdict verdict) {}

    static Lesson of(
            List<Finding> findings,
            Map<UUID, Payment> before,
            Map<String, UUID> utrOwners,
            PaymentPolicy policy,
            Instant now) {
        Map<UUID, Payment> after = new HashMap<>(before);
        List<Discrepancy> discrepancies = new ArrayList<>();
        List<Weighed> weighed = new ArrayList<>();
        for (Finding finding : findings) {
            Payment payment = after.get(finding.paymentId());
            if (payment == null) {
                continue;
            }
            Learned learned = learn(payment, finding, utrOwners, policy, now);
            after.put(payment.id(), learned.payment());
            weighed.add(new Weighed(finding, learned.verdict()));
            if (learned.discrepancy() != null) {
                discrepancies.add(learned.discrepancy());
            }
        }
        return new Lesson(changes(before, after), discrepancies, weighed);
    }

    /** The messages that the changes cause. */
    List<Message> messages() {
        return Announcements.of(changes);
    }

    void tell(PaymentSignals signals) {
        weighed.forEach(each -> signals.weighed(each.finding().evidence(), each.verdict()));
        changes.stream()
                .filter(change ->
                        change.after().isLeftUnknown() && !change.before().isLeftUnknown())
                .forEach(change -> signals.leftUnknown());
    }

    private static Learned learn(
            Payment payment, Finding finding, Map<String, UUID> utrOwners, PaymentPolicy policy, Instant now) {
        String utr = finding.collectedUtr();
        boolean used = utr != null && !payment.id().equals(utrOwners.get(utr));
        return used ? payment.learnOfUsedUtr(finding, policy, now) : payment.learn(finding, policy, now);
    }

    private static List<SavePayments.Change> changes(Map<UUID, Payment> before, Map<UUID, Payment> after) {
        return before.values().stream()
                .map(payment -> new SavePayments.Change(payment, after.getOrDefault(payment.id(), payment)))
                .filter(change -> !change.after().equals(change.before()))
                .toList();
    }
}
