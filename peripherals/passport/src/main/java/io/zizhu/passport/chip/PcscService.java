package io.zizhu.passport.chip;

import com.sun.jna.NativeLibrary;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;

/** Where readers come from; every call is a fresh line to the PC/SC service. */
@FunctionalInterface
interface PcscService {
    /**
     * Called on the reader's native thread.
     *
     * @param socket where the service listens, if not at its usual place
     * @throws RuntimeException where the service does not run
     * @throws LinkageError where its library is not installed
     */
    CardTerminals connect(Optional<String> socket) throws GeneralSecurityException;

    /**
     * Through jnasmartcardio, by object: no provider is registered. The JDK's own provider holds one line for the life of
     * the process and never recovers after the service was restarted.
     */
    static PcscService ofTheMachine() {
        return socket -> {
            socket.ifPresent(PcscService::announce);
            return TerminalFactory.getInstance("PC/SC", null, new Smartcardio()).terminals();
        };
    }

    /** libpcsclite takes the place from the environment, and only once: the first one named counts for the process. */
    private static void announce(String socket) {
        NativeLibrary.getInstance("c").getFunction("setenv").invokeInt(new Object[] {"PCSCLITE_CSOCK_NAME", socket, 1});
    }
}
