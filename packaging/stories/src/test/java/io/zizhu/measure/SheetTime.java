package io.zizhu.measure;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Patience;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.SheetPrinter;
import io.zizhu.driver.ipp.IppDriver;
import io.zizhu.sim.peer.ipp.IppPeer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One A4 page by IPP, from the call to {@code Out}; beside it one bare Print-Job with the same document to the same port,
 * until the far end has it in the tray. By turns. The far end takes 950 ms a page for itself.
 */
final class SheetTime {
    private static final int WARM = 2;
    private static final int TURNS = 6;
    private static final byte[] PDF = ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                    + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                    + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n%" + "x".repeat(36_000)
                    + "\ntrailer<</Root 1 0 R>>\n%%EOF\n")
            .getBytes(StandardCharsets.US_ASCII);

    List<Row> rows() throws Exception {
        Samples mine = new Samples();
        Samples bare = new Samples();
        try (Scratch scratch = Scratch.named("sheet");
                IppPeer peer = new IppPeer(0, scratch.place());
                HttpClient http = HttpClient.newHttpClient();
                SheetPrinter printer = (SheetPrinter) new IppDriver()
                        .open(new Binding(new DeviceId("certificate-printer"), "ipp", peer.settings()))) {
            for (int turn = 0; turn < WARM + TURNS; turn++) {
                long began = System.nanoTime();
                Sheet sheet = printer.print("measure", PDF, Patience.of(Duration.ofSeconds(20)));
                long printed = System.nanoTime();
                if (!(sheet instanceof Sheet.Out)) {
                    throw new IllegalStateException("no sheet: " + sheet);
                }
                raw(peer, http);
                if (turn >= WARM) {
                    mine.addNanos(printed - began);
                    bare.addNanos(System.nanoTime() - printed);
                }
            }
        }
        String what = "one A4 page, call to Out, ";
        String alternative = "one bare Print-Job to the same port, until it is in the tray";
        return List.of(
                new Row(what + "median of " + TURNS, mine.median(), bare.median(), "ms", alternative),
                new Row(what + "slowest", mine.at(1), bare.at(1), "ms", alternative));
    }

    private static void raw(IppPeer peer, HttpClient http) throws IOException, InterruptedException {
        int before = peer.out().size();
        String uri = peer.settings().get("uri");
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(URI.create(uri.replaceFirst("^ipp", "http")))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Content-Type", "application/ipp")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(job(uri)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("HTTP " + answer.statusCode());
        }
        while (peer.out().size() == before) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Print-Job in the octets of RFC 8010. */
    private static byte[] job(String uri) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(octets);
        out.writeShort(0x0200);
        out.writeShort(0x0002);
        out.writeInt(1);
        out.write(0x01);
        attribute(out, 0x47, "attributes-charset", "utf-8");
        attribute(out, 0x48, "attributes-natural-language", "en");
        attribute(out, 0x45, "printer-uri", uri);
        attribute(out, 0x42, "requesting-user-name", "bare");
        attribute(out, 0x49, "document-format", "application/pdf");
        out.write(0x03);
        out.write(PDF);
        return octets.toByteArray();
    }

    private static void attribute(DataOutputStream out, int tag, String name, String value) throws IOException {
        out.write(tag);
        out.writeUTF(name); // two octets of length, then the octets: ASCII alone
        out.writeUTF(value);
    }
}
