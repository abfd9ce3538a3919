package io.zizhu.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Spot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AnsweredTest {
    private static final int NUMBER = 7;

    @Test
    void severity_is_not_believed_for_printers_turn_one_into_the_other_as_they_like() {
        for (String severity : List.of("", "-report", "-warning", "-error")) {
            Condition jam = Condition.of(3, List.of("media-jam" + severity));
            assertTrue(jam.jammed(), severity);
            assertEquals(Fault.Kind.MEDIA, jam.blocking().orElseThrow().kind());
            Condition low = Condition.of(5, List.of("media-low" + severity, "none"));
            assertEquals(Media.LOW, low.media());
        }
        assertEquals(Set.of(), Condition.of(3, List.of("none")).reasons());
    }

    @Test
    void levels_tell_what_no_reason_tells_and_waste_is_no_toner() {
        Map<String, String> toner = Map.of("type", "toner", "maxcapacity", "1000", "level", "90");
        Map<String, String> cyan = Map.of("type", "toner", "maxcapacity", "1000", "level", "-3");
        Map<String, String> waste = Map.of("type", "wasteToner", "maxcapacity", "100", "level", "0");
        Map<String, String> empty = Map.of("type", "sheetFeedAutoRemovableTray", "maxcapacity", "250", "level", "0");
        Map<String, String> some = Map.of("type", "sheetFeedAutoRemovableTray", "maxcapacity", "250", "level", "20");
        Condition well = Condition.of(3, List.of("none"));
        assertEquals(
                Map.of(Spot.PAPER, Media.LOW, Spot.TONER, Media.LOW),
                new Supplies(List.of(waste, cyan, toner), List.of(empty, some), List.of()).spots(well));
        assertEquals(
                Map.of(Spot.PAPER, Media.FULL),
                new Supplies(List.of(), List.of(), List.of(new Supplies.Marker("toner", -2))).spots(well));
        assertEquals(
                Map.of(Spot.PAPER, Media.FULL, Spot.TONER, Media.OUT),
                new Supplies(List.of(cyan), List.of(), List.of())
                        .spots(Condition.of(5, List.of("toner-empty-report"))));
    }

    @Test
    void an_answer_counts_only_for_the_question_whose_number_it_bears() throws IOException {
        assertInstanceOf(Answered.Well.class, Answered.of(printer(), NUMBER));
        assertInstanceOf(Answered.Garbage.class, Answered.of(printer(), NUMBER + 1));
        assertInstanceOf(Answered.Garbage.class, Answered.of(new byte[0], NUMBER));
        byte[] busy = octets(new IppPacket(Status.serverErrorBusy, NUMBER));
        assertEquals(
                Fault.Kind.BUSY,
                assertInstanceOf(Answered.No.class, Answered.of(busy, NUMBER)).kind());
    }

    @Test
    void an_answer_is_read_to_its_last_kind_of_value() throws IOException {
        Answered.Well well = assertInstanceOf(Answered.Well.class, Answered.of(printer(), NUMBER));
        PrinterView view = PrinterView.of(well.packet()).orElseThrow();
        assertEquals(Set.of("application/pdf", "image/jpeg"), view.formats());
        assertTrue(view.numbersFirst() && view.listsJobs() && view.printsPdf());
        assertEquals(
                Map.of(Spot.PAPER, Media.LOW, Spot.TONER, Media.LOW),
                view.supplies().spots(view.condition()));
        assertEquals(
                Map.of(Spot.PAPER, Media.FULL, Spot.TONER, Media.OUT),
                view.supplies().spots(Condition.of(3, List.of("none"))));
    }

    @Test
    void sides_count_as_sheets_only_where_sheets_are_not_counted() {
        assertEquals(1, job(1, 2).sheets());
        assertEquals(2, job(0, 2).sheets());
        assertEquals(0, job(0, 0).sheets());
    }

    @Property(tries = 400)
    void an_answer_with_any_octets_turned_over_is_read_or_refused(
            @ForAll @IntRange(max = 10_000) int place, @ForAll byte value, @ForAll @IntRange(max = 10_000) int end)
            throws IOException {
        byte[] octets = printer();
        octets[place % octets.length] = value;
        read(octets);
        read(Arrays.copyOf(octets, end % octets.length));
    }

    @Test
    void collections_within_collections_without_end_are_refused_and_not_drowned_in() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(new byte[] {2, 0, 0, 0, 0, 0, 0, NUMBER, 4});
        octets.writeBytes(new byte[] {0x34, 0, 1, 'a', 0, 0});
        while (octets.size() < 250_000) {
            octets.writeBytes(new byte[] {0x4A, 0, 0, 0, 1, 'a', 0x34, 0, 0, 0, 0});
        }
        assertInstanceOf(Answered.Garbage.class, Answered.of(octets.toByteArray(), NUMBER));
    }

    private static void read(byte[] octets) {
        if (Answered.of(octets, NUMBER) instanceof Answered.Well(IppPacket packet)) {
            PrinterView.of(packet)
                    .ifPresent(view -> view.condition().pulse(view.supplies()).fault());
            packet.getAttributeGroups().forEach(JobView::of);
        }
    }

    private static JobView job(int sheets, int sides) {
        return JobView.of(AttributeGroup.groupOf(
                        Tag.jobAttributes,
                        Types.jobId.of(4),
                        Types.jobState.of(JobState.completed),
                        Types.jobMediaSheetsCompleted.of(sheets),
                        Types.jobImpressionsCompleted.of(sides)))
                .orElseThrow();
    }

    private static byte[] printer() throws IOException {
        return octets(new IppPacket(
                Status.successfulOk,
                NUMBER,
                AttributeGroup.groupOf(
                        Tag.operationAttributes,
                        Types.attributesCharset.of("utf-8"),
                        Types.attributesNaturalLanguage.of("en")),
                AttributeGroup.groupOf(
                        Tag.printerAttributes,
                        Types.printerState.of(PrinterState.idle),
                        Types.printerStateReasons.of("toner-low-warning", "media-low-report"),
                        Types.jobId.of(12),
                        Types.jobState.of(JobState.processing),
                        Types.printerSupply.of(new KeyValues("type", "toner", "maxcapacity", "100", "level", "0")),
                        Types.printerInputTray.of(new KeyValues("maxcapacity", "100", "level", "100")),
                        Types.operationsSupported.of(Operation.getJobs, Operation.createJob, Operation.sendDocument),
                        Types.documentFormatSupported.of("application/pdf", "image/jpeg"))));
    }

    private static byte[] octets(IppPacket packet) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(octets)) {
            out.write(packet);
        }
        return octets.toByteArray();
    }
}
