package com.byajbook.loadtests.load;

import com.byajbook.loadtests.harness.Service;
import com.byajbook.loadtests.harness.Site;
import com.byajbook.loadtests.load.trouble.Trouble;
import com.byajbook.localstack.processes.Signal;

/** The api's process is stopped where it stands, as by a long collection or a machine that swaps. */
final class FrozenApi implements Trouble {

    @Override
    public String words() {
        return "the api is frozen";
    }

    @Override
    public Ongoing begin(Site site) {
        long pid = site.pidOf(Service.API).orElseThrow();
        Signal.STOP.send(pid);
        return () -> Signal.CONT.send(pid);
    }
}
