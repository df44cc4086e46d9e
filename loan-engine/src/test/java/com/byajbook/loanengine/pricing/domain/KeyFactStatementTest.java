package com.byajbook.loanengine.pricing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeyFactStatementTest {

    private static final UUID LOAN = UUID.fromString("7f1f5f0e-9a5c-5c1b-8a51-2f3f4c5d6e7f");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /**
     * Statements that were agreed to are found again by their hash, so the same figures must print the same bytes in every
     * version. If this fails because the layout was changed on purpose, give the layout a new format name.
     */
    @Test
    void the_same_figures_print_the_same_bytes_for_ever() {
        assertThat(statement(Products.ordinary(), 12).text()).isEqualTo(GOLDEN);
    }

    @Test
    void the_hash_is_the_sha_256_of_the_text() throws NoSuchAlgorithmException {
        KeyFactStatement statement = statement(Products.ordinary(), 12);

        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(statement.text().getBytes(StandardCharsets.UTF_8));
        assertThat(statement.hash()).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void shows_every_figure_that_the_borrower_must_see() {
        JsonNode shown =
                new JsonMapper().readTree(statement(Products.ordinary(), 12).text());

        assertThat(shown.get("amountPaise").asLong()).isEqualTo(50_000_00);
        assertThat(shown.get("annualRatePct").asString()).isEqualTo("15.00");
        assertThat(shown.get("totalFeesPaise").asLong())
                .as("750 + 18 %% and 50 + 18 %%")
                .isEqualTo(944_00);
        assertThat(shown.get("netDisbursedPaise").asLong()).isEqualTo(49_056_00);
        assertThat(shown.get("totalPayablePaise").asLong())
                .isEqualTo(50_000_00 + shown.get("totalInterestPaise").asLong());
        assertThat(shown.get("fees").get(1).get("label").asString()).isEqualTo("Bureau \"report\"");
        assertThat(shown.get("fees").get(1).get("recipient").asString()).isEqualTo("THIRD_PARTY");
        assertThat(shown.get("fees").get(1).get("gstPaise").asLong()).isEqualTo(9_00);
        assertThat(shown.get("coolingOffDays").asInt()).isEqualTo(3);
        assertThat(shown.get("validUntil").asString()).isEqualTo("2026-11-29");
        assertThat(shown.get("penalCharge").get("capitalised").asBoolean()).isFalse();
        assertThat(shown.get("productVersion").asString()).isEqualTo("test-1");
        assertThat(shown.get("illustration")).hasSize(12);
    }

    @Test
    void any_other_figure_gives_another_hash() {
        String agreed = statement(Products.ordinary(), 12).hash();
        Product slower = Products.with(
                Products.ordinary().fees(),
                new Disclosures(4, 7, new BigDecimal("2"), 250_00, "grievance@byajbook.example"));

        assertThat(List.of(
                        statement(Products.ordinary(), 13).hash(),
                        statement(slower, 12).hash(),
                        statement(Products.with(List.of()), 12).hash(),
                        KeyFactStatement.of(LOAN, Products.ordinary(), price(Products.ordinary(), 12), DAY.plusDays(1))
                                .hash()))
                .doesNotContain(agreed)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_stands_in_quotes_is_escaped() {
        assertThat(new CanonicalJson()
                        .add("a\"b", "back\\slash, quote\", newline\n, ₹")
                        .close())
                .isEqualTo("{\"a\\\"b\":\"back\\\\slash, quote\\\", newline\\u000a, ₹\"}");
    }

    private static KeyFactStatement statement(Product product, int months) {
        return KeyFactStatement.of(LOAN, product, price(product, months), DAY);
    }

    private static LoanPrice price(Product product, int months) {
        return LoanPrice.of(50_000_00, months, product.rateCard().indicative().rate(), product.fees(), DAY);
    }

    private static final String GOLDEN = """
            {"format":"kfs/1","loanId":"7f1f5f0e-9a5c-5c1b-8a51-2f3f4c5d6e7f","productVersion":"test-1","issuedOn":"2026-11-22","validUntil":"2026-11-29","currency":"INR",\
            "amountPaise":5000000,"tenureMonths":12,"instalments":12,"rateType":"FIXED","interestBasis":"30/360","annualRatePct":"15.00","aprPct":"18.66","emiPaise":451292,\
            "fees":[{"code":"PROCESSING","label":"Processing fee","recipient":"PLATFORM","feePaise":75000,"gstPct":"18","gstPaise":13500,"totalPaise":88500},{"code":"REPORT","label":"Bureau \\"report\\"","recipient":"THIRD_PARTY","feePaise":5000,"gstPct":"18","gstPaise":900,"totalPaise":5900}],\
            "totalFeesPaise":94400,"netDisbursedPaise":4905600,"totalInterestPaise":415497,"totalPayablePaise":5415497,\
            "coolingOffDays":3,"coolingOffExit":"PRINCIPAL_PLUS_PROPORTIONATE_INTEREST","penalCharge":{"pctPerMonth":"2","basis":"OVERDUE_AMOUNT","capitalised":false,"gst":"NONE"},"bounceCharge":{"amountPaise":25000,"basis":"FIRST_FAILED_DEBIT_OF_AN_INSTALMENT","gst":"NONE"},"grievanceContact":"grievance@byajbook.example",\
            "illustration":[{"number":1,"outstandingRupees":50000,"principalRupees":3888,"interestRupees":625,"emiRupees":4513},\
            {"number":2,"outstandingRupees":46112,"principalRupees":3937,"interestRupees":576,"emiRupees":4513},\
            {"number":3,"outstandingRupees":42176,"principalRupees":3986,"interestRupees":527,"emiRupees":4513},\
            {"number":4,"outstandingRupees":38190,"principalRupees":4036,"interestRupees":477,"emiRupees":4513},\
            {"number":5,"outstandingRupees":34154,"principalRupees":4086,"interestRupees":427,"emiRupees":4513},\
            {"number":6,"outstandingRupees":30068,"principalRupees":4137,"interestRupees":376,"emiRupees":4513},\
            {"number":7,"outstandingRupees":25931,"principalRupees":4189,"interestRupees":324,"emiRupees":4513},\
            {"number":8,"outstandingRupees":21742,"principalRupees":4241,"interestRupees":272,"emiRupees":4513},\
            {"number":9,"outstandingRupees":17501,"principalRupees":4294,"interestRupees":219,"emiRupees":4513},\
            {"number":10,"outstandingRupees":13207,"principalRupees":4348,"interestRupees":165,"emiRupees":4513},\
            {"number":11,"outstandingRupees":8859,"principalRupees":4402,"interestRupees":111,"emiRupees":4513},\
            {"number":12,"outstandingRupees":4457,"principalRupees":4457,"interestRupees":56,"emiRupees":4513}]}""";
}
