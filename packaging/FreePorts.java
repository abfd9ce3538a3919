import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Prints some free loopback ports; held all at once while drawing, so that they differ. */
void main(String[] args) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        line.append(i == 0 ? "" : " ").append(socket.getLocalPort());
    }
    for (ServerSocket socket : held) {
        socket.close();
    }
    IO.println(line);
}
