package io.zizhu.passport.chip;

import java.security.GeneralSecurityException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio;

/** Where readers come from; every call is a fresh line to the PC/SC service. */
@FunctionalInterface
interface PcscService {
    /**
     * Called on the reader's native thread.
     *
     * @throws RuntimeException where the service does not run
     * @throws LinkageError where its library is not installed
     */
    CardTerminals connect() throws GeneralSecurityException;

    /**
     * Through jnasmartcardio, by object: no provider is registered. The JDK's own provider holds one line for the life of
     * the process and never recovers after the service was restarted.
     */
    static PcscService ofTheMachine() {
        return () ->
                TerminalFactory.getInstance("PC/SC", null, new Smartcardio()).terminals();
    }
}
