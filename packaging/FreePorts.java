import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Prints some free loopback ports, held all at once while drawing so that they differ; below the range that the kernel
 * gives to outgoing connections, so that they are still free when the processes start.
 */
void main(String[] args) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    Random random = new Random();
    while (held.size() < Integer.parseInt(args[0])) {
        try {
            ServerSocket socket = new ServerSocket(20_000 + random.nextInt(12_000), 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            line.append(line.isEmpty() ? "" : " ").append(socket.getLocalPort());
        } catch (java.net.BindException taken) {
            continue; // somebody else's: draw again
        }
    }
    for (ServerSocket socket : held) {
        socket.close();
    }
    IO.println(line);
}
