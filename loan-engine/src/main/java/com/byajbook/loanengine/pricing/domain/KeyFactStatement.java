package com.byajbook.loanengine.pricing.domain;

import com.byajbook.loanengine.pricing.domain.Fee.Charge;
import com.byajbook.loanengine.pricing.domain.PrintedIllustration.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The key fact statement of an offer as the borrower is shown it, and the hash by which the borrower agrees to exactly it.
 *
 * @param text the canonical rendering; it is kept, because a later version of the software might print another one
 * @param hash SHA-256 of the text's UTF-8 bytes, in lower-case hex
 */
public record KeyFactStatement(String text, String hash) {

    private static final String FORMAT = "kfs/1";

    /** The statement of a price that was made for a loan on a day. */
    public static KeyFactStatement of(UUID loanId, Product product, LoanPrice price, LocalDate day) {
        String text = render(loanId, product, price, day);
        return new KeyFactStatement(text, sha256(text));
    }

    private static String render(UUID loanId, Product product, LoanPrice price, LocalDate day) {
        Disclosures disclosures = product.disclosures();
        return new CanonicalJson()
                .add("format", FORMAT)
                .add("loanId", loanId.toString())
                .add("productVersion", product.version())
                .add("issuedOn", day.toString())
                .add("validUntil", day.plusDays(disclosures.validDays()).toString())
                .add("currency", "INR")
                .add("amountPaise", price.amountPaise())
                .add("tenureMonths", price.tenureMonths())
                .add("instalments", price.tenureMonths())
                .add("rateType", "FIXED")
                .add("interestBasis", "30/360")
                .add("annualRatePct", price.rate().shown().toPlainString())
                .add("aprPct", price.aprPercent().toPlainString())
                .add("emiPaise", price.emiPaise())
                .addEach("fees", price.charges(), KeyFactStatement::fee)
                .add("totalFeesPaise", price.totalFeesPaise())
                .add("netDisbursedPaise", price.netDisbursedPaise())
                .add("totalInterestPaise", price.totalInterestPaise())
                .add("totalPayablePaise", price.totalPayablePaise())
                .add("coolingOffDays", disclosures.coolingOffDays())
                .add("coolingOffExit", "PRINCIPAL_PLUS_PROPORTIONATE_INTEREST")
                .add("penalCharge", penalCharge(disclosures))
                .add("bounceCharge", bounceCharge(disclosures))
                .add("grievanceContact", disclosures.grievanceContact())
                .addEach(
                        "illustration",
                        PrintedIllustration.of(price.amountPaise(), price.rate(), price.tenureMonths()),
                        KeyFactStatement::row)
                .close();
    }

    private static void fee(Charge charge, CanonicalJson json) {
        json.add("code", charge.fee().code())
                .add("label", charge.fee().label())
                .add("recipient", charge.fee().recipient().name())
                .add("feePaise", charge.feePaise())
                .add("gstPct", charge.fee().gstPercent().toPlainString())
                .add("gstPaise", charge.gstPaise())
                .add("totalPaise", charge.totalPaise());
    }

    private static CanonicalJson penalCharge(Disclosures disclosures) {
        return new CanonicalJson()
                .add("pctPerMonth", disclosures.penalPercentPerMonth().toPlainString())
                .add("basis", "OVERDUE_AMOUNT")
                .add("capitalised", false)
                .add("gst", "NONE");
    }

    private static CanonicalJson bounceCharge(Disclosures disclosures) {
        return new CanonicalJson()
                .add("amountPaise", disclosures.bounceChargePaise())
                .add("basis", "FIRST_FAILED_DEBIT_OF_AN_INSTALMENT")
                .add("gst", "NONE");
    }

    private static void row(Row row, CanonicalJson json) {
        json.add("number", row.number())
                .add("outstandingRupees", row.outstandingRupees())
                .add("principalRupees", row.principalRupees())
                .add("interestRupees", row.interestRupees())
                .add("emiRupees", row.emiRupees());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
