package io.zizhu.driver;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.line.SerialPlug;
import io.zizhu.sim.peer.line.Speaker;
import io.zizhu.sim.peer.line.TcpDoor;
import java.io.IOException;
import java.util.Map;

/** A peer's line on a loopback port that keeps its number over being pulled and put back. */
final class TcpPlug implements SerialPlug {
    private final TcpDoor door = new TcpDoor(
            "tcp plug", 0, false, call -> () -> speaker().serve(call.getInputStream(), call.getOutputStream()));
    private volatile Speaker speaker = (in, out) -> {
        throw new IOException("nobody speaks here yet");
    };

    private Speaker speaker() {
        return speaker;
    }

    @Override
    public boolean plugged() {
        return door.plugged();
    }

    @Override
    public void replug(Speaker next) throws Refused {
        speaker = next;
        door.plug();
    }

    @Override
    public void unplug() {
        door.close();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("host", "127.0.0.1", "port", Integer.toString(door.port()));
    }

    @Override
    public void close() {
        door.close();
    }
}
