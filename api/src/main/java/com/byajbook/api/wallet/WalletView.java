package com.byajbook.api.wallet;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A lender's money.
 *
 * @param availablePaise what may be promised or taken out
 * @param heldPaise what waits for loans that are not paid out yet
 * @param proceedsPaise what came back from borrowers and is on its way to the lender's bank
 * @param investedPaise what is in loans; absent while the owner of loans cannot be asked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Wallet")
record WalletView(
        long availablePaise,
        long heldPaise,
        long proceedsPaise,
        @Nullable Long investedPaise) {

    WalletView with(long invested) {
        return new WalletView(availablePaise, heldPaise, proceedsPaise, invested);
    }
}
