package io.zizhu.driver.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import io.zizhu.tck.ParserKit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;

/** What a printer answers, in any octets. */
public class AnswerParserTest extends ParserKit {
    private static final int NUMBER = 1;

    public static void fuzzerTestOneInput(byte[] octets) {
        if (Answered.of(octets, NUMBER) instanceof Answered.Well(IppPacket packet)) {
            PrinterView.of(packet).ifPresent(view -> view.condition().pulse(view.supplies()));
            packet.getAttributeGroups().forEach(group -> JobView.of(group).ifPresent(JobView::told));
        }
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                octets(AttributeGroup.groupOf(
                        Tag.printerAttributes,
                        Types.printerState.of(PrinterState.idle),
                        Types.printerStateReasons.of("toner-low-warning"),
                        Types.printerSupply.of(new KeyValues("type", "toner", "maxcapacity", "100", "level", "9")),
                        Types.documentFormatSupported.of("application/pdf"))),
                octets(AttributeGroup.groupOf(
                        Tag.jobAttributes,
                        Types.jobId.of(4),
                        Types.jobState.of(JobState.completed),
                        Types.jobStateReasons.of("job-completed-successfully"),
                        Types.jobMediaSheetsCompleted.of(1))),
                HexFormat.of().parseHex("02000000000000010434000161000034000161000037000000003700000000" + "03"));
    }

    private static byte[] octets(AttributeGroup group) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(octets)) {
            out.write(new IppPacket(Status.successfulOk, NUMBER, group));
            return octets.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
