package com.byajbook.loadtests.demo;

import com.byajbook.loadtests.client.Person;
import com.byajbook.loadtests.client.PublicApi;
import com.byajbook.loadtests.client.SandboxControl;
import com.byajbook.loadtests.harness.HarnessException;

/** Where the stories are played: the platform, its partners, and who tells what happens. */
record Stage(PublicApi api, SandboxControl sandbox, Narrator narrator) {

    Actor enters(Person person) {
        return new Actor(api, sandbox, narrator, person);
    }

    static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new HarnessException("The story went wrong: " + complaint + ".");
        }
    }
}
