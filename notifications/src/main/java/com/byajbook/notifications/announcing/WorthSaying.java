package com.byajbook.notifications.announcing;

import com.byajbook.notifications.delivery.Announcement;
import com.byajbook.platform.message.AutopayNotice;
import com.byajbook.platform.message.CommitmentChanged;
import com.byajbook.platform.message.LoanChanged;
import com.byajbook.platform.message.LoanDecided;
import com.byajbook.platform.message.MandateChanged;
import com.byajbook.platform.message.Message;
import com.byajbook.platform.message.PaymentChanged;
import com.byajbook.platform.message.TransferChanged;
import java.util.Optional;

/** Which events people hear of. */
final class WorthSaying {

    private WorthSaying() {}

    /** What to say about the event; empty when there is nothing that its person should hear. */
    static Optional<Announcement> about(Message event) {
        if (event instanceof LoanDecided decided) {
            return Optional.of(new Announcement(decided.messageId(), decided.borrowerId(), AboutLoans.notice(decided)));
        }
        if (event instanceof LoanChanged changed) {
            return AboutLoans.notice(changed)
                    .map(notice -> new Announcement(AboutLoans.occasion(changed), changed.borrowerId(), notice));
        }
        if (event instanceof PaymentChanged changed) {
            return AboutMoney.notice(changed)
                    .map(notice -> new Announcement(AboutMoney.occasion(changed), changed.payerId(), notice));
        }
        if (event instanceof CommitmentChanged changed) {
            return AboutMoney.notice(changed)
                    .map(notice -> new Announcement(changed.messageId(), changed.lenderId(), notice));
        }
        if (event instanceof TransferChanged changed) {
            return AboutMoney.notice(changed)
                    .map(notice -> new Announcement(changed.messageId(), changed.userId(), notice));
        }
        if (event instanceof MandateChanged changed) {
            return Optional.of(new Announcement(changed.messageId(), changed.payerId(), AboutAutopay.notice(changed)));
        }
        if (event instanceof AutopayNotice told) {
            return Optional.of(new Announcement(told.messageId(), told.borrowerId(), AboutAutopay.notice(told)));
        }
        return Optional.empty();
    }
}
