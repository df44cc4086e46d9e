package com.byajbook.loadtests.load.trouble;

import com.byajbook.loadtests.client.SandboxControl;
import com.byajbook.loadtests.harness.Site;

/** The credit bureau answers no request any more, and the UPI provider refuses each: the two ways in which partners are away. */
public final class PartnersAway implements Trouble {
    private static final String PRESENT = "{\"outage\":\"NONE\"}";

    @Override
    public String words() {
        return "the credit bureau hangs and the UPI provider refuses";
    }

    @Override
    public Ongoing begin(Site site) {
        SandboxControl sandbox = new SandboxControl(site.sandbox());
        sandbox.setPartner("bureau", "{\"outage\":\"HANG\"}");
        sandbox.setPartner("upi", "{\"outage\":\"REFUSE\"}");
        return () -> {
            sandbox.setPartner("bureau", PRESENT);
            sandbox.setPartner("upi", PRESENT);
        };
    }
}
