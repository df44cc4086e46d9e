package com.byajbook.localstack.servers;

import java.util.Optional;

/**
 * One thing that the project needs of a machine.
 *
 * @param what   its name
 * @param found  what is there, or what is wrong
 * @param remedy the command, or the deed, that mends it; empty when all is well
 */
public record MachineCheck(String what, String found, Optional<String> remedy) {

    public static MachineCheck good(String what, String found) {
        return new MachineCheck(what, found, Optional.empty());
    }

    public static MachineCheck bad(String what, String found, String remedy) {
        return new MachineCheck(what, found, Optional.of(remedy));
    }

    public boolean isGood() {
        return remedy.isEmpty();
    }
}
