package com.example.plain;

import io.zizhu.driver.LineRig;
import io.zizhu.tck.Rig;
import io.zizhu.tck.UpsKit;

/** The whole kit of power supplies, over a line in memory. */
class PlainKitTest extends UpsKit {
    @Override
    protected Rig rig() throws Exception {
        return LineRig.inMemory(new PlainPeer(), new byte[] {'?'}, PlainDriver::new);
    }
}
