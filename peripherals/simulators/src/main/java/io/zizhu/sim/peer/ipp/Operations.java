package io.zizhu.sim.peer.ipp;

import java.util.List;
import java.util.Optional;

/** What the printer answers to each operation of RFC 8011; no HTTP here. Any thread. */
final class Operations {
    static final int PRINT_JOB = 0x0002;
    static final int VALIDATE_JOB = 0x0004;
    static final int CREATE_JOB = 0x0005;
    static final int SEND_DOCUMENT = 0x0006;
    static final int CANCEL_JOB = 0x0008;
    static final int JOB_ATTRIBUTES = 0x0009;
    static final int GET_JOBS = 0x000A;
    static final int PRINTER_ATTRIBUTES = 0x000B;

    private static final String WASTE =
            "index=2;class=receptacleThatIsFilled;type=wasteToner;unit=percent;maxcapacity=100;level=0;";
    private static final String MANUAL =
            "type=sheetFeedManual;mediafeed=0;mediaxfeed=0;maxcapacity=1;level=-2;status=0;name=manual;";

    private final Press press;
    private final String uri;
    private volatile boolean plain;
    private volatile boolean busy;
    private volatile boolean uncounted;
    private volatile boolean mistakes;
    private volatile boolean misnames;

    Operations(Press press, String uri) {
        this.press = press;
        this.uri = uri;
    }

    /** A plain printer knows only Print-Job, not Create-Job and Send-Document. */
    void plain(boolean only) {
        plain = only;
    }

    /** Takes no job now. */
    void busy(boolean now) {
        busy = now;
    }

    /** Counts neither sheets nor sides. */
    void uncounted(boolean never) {
        uncounted = never;
    }

    /** Tells of another job than it is asked about. */
    void mistakes(boolean always) {
        mistakes = always;
    }

    /** Tells the right number and another job's name. */
    void misnames(boolean always) {
        misnames = always;
    }

    byte[] answer(Request request) {
        if (busy && (request.operation() == PRINT_JOB || request.operation() == CREATE_JOB)) {
            return new Answer(request, Answer.BUSY).octets();
        }
        return switch (request.operation()) {
            case PRINTER_ATTRIBUTES -> printer(request);
            case VALIDATE_JOB ->
                new Answer(request, format(request) ? Answer.OK : Answer.FORMAT_NOT_SUPPORTED).octets();
            case PRINT_JOB -> print(request);
            case CREATE_JOB -> plain ? unknown(request) : job(request, press.accept(name(request), user(request)));
            case SEND_DOCUMENT -> plain ? unknown(request) : send(request);
            case JOB_ATTRIBUTES ->
                find(request).map(job -> job(request, job)).orElseGet(() -> new Answer(request, Answer.NOT_FOUND)
                        .octets());
            case GET_JOBS -> jobs(request);
            case CANCEL_JOB -> cancel(request);
            default -> unknown(request);
        };
    }

    private static byte[] unknown(Request request) {
        return new Answer(request, Answer.OPERATION_NOT_SUPPORTED).octets();
    }

    private static boolean format(Request request) {
        return request.text("document-format").orElse("application/pdf").equals("application/pdf");
    }

    private static boolean pdf(Request request) {
        byte[] bytes = request.document();
        return format(request) && bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D';
    }

    private static String name(Request request) {
        return request.text("job-name").orElse("untitled");
    }

    private static String user(Request request) {
        return request.text("requesting-user-name").orElse("anonymous");
    }

    /** Those that are not over, or with which-jobs=completed those that are, the newest first. */
    private byte[] jobs(Request request) {
        String whose = request.flag("my-jobs") ? user(request) : "";
        boolean over = request.text("which-jobs").orElse("").equals("completed");
        Answer answer = new Answer(request, Answer.OK);
        press.jobs(whose, over).stream()
                .limit(request.number("limit").orElse(Integer.MAX_VALUE))
                .forEach(job -> describe(answer.group(Answer.JOB_GROUP), job, job.id()));
        return answer.octets();
    }

    private byte[] print(Request request) {
        if (!pdf(request)) {
            return new Answer(request, Answer.FORMAT_NOT_SUPPORTED).octets();
        }
        PrintJob job = press.accept(name(request), user(request));
        return job(request, press.load(job.id(), request.document()));
    }

    private byte[] send(Request request) {
        Optional<PrintJob> job = find(request);
        if (job.isEmpty()) {
            return new Answer(request, Answer.NOT_FOUND).octets();
        }
        if (job.get().state() != PrintJob.HELD) {
            return new Answer(request, Answer.NOT_POSSIBLE).octets();
        }
        if (!pdf(request)) {
            press.cancel(job.get().id());
            return new Answer(request, Answer.FORMAT_NOT_SUPPORTED).octets();
        }
        return job(request, press.load(job.get().id(), request.document()));
    }

    private byte[] cancel(Request request) {
        Optional<PrintJob> job = find(request);
        if (job.isEmpty()) {
            return new Answer(request, Answer.NOT_FOUND).octets();
        }
        return new Answer(request, press.cancel(job.get().id()) ? Answer.OK : Answer.NOT_POSSIBLE).octets();
    }

    private Optional<PrintJob> find(Request request) {
        return request.number("job-id").flatMap(press::job);
    }

    private byte[] job(Request request, PrintJob job) {
        boolean mistaken = mistakes && request.operation() == JOB_ATTRIBUTES;
        Answer answer = new Answer(request, Answer.OK).group(Answer.JOB_GROUP);
        return describe(answer, job, mistaken ? job.id() + 1 : job.id()).octets();
    }

    private Answer describe(Answer answer, PrintJob job, int number) {
        answer.number("job-id", number)
                .uri("job-uri", uri + "/" + number)
                .name("job-name", misnames ? "another " + job.name() : job.name())
                .name("job-originating-user-name", job.user())
                .enums("job-state", job.state())
                .keywords("job-state-reasons", job.reasons());
        if (!uncounted) {
            answer.number("job-media-sheets-completed", job.sheets()).number("job-impressions-completed", job.sheets());
        }
        return job.begun() ? answer.number("time-at-processing", 1) : answer.nothing("time-at-processing");
    }

    private byte[] printer(Request request) {
        List<String> reasons = press.reasons();
        Answer answer = new Answer(request, Answer.OK)
                .group(Answer.PRINTER_GROUP)
                .uri("printer-uri-supported", uri)
                .name("printer-name", "Zizhu Training Printer")
                .text("printer-make-and-model", "Zizhu Training Printer")
                .enums("printer-state", press.state())
                .keywords(
                        "printer-state-reasons",
                        reasons.isEmpty()
                                ? List.of("none")
                                : reasons.stream().map(Operations::severe).toList())
                .yes("printer-is-accepting-jobs", true)
                .keywords("ipp-versions-supported", List.of("1.1", "2.0"))
                .mime("document-format-supported", "application/pdf")
                .mime("document-format-default", "application/pdf")
                .octets("printer-supply", toner(press.toner()), WASTE)
                .octets("printer-input-tray", tray(press.paper()), MANUAL)
                .keywords("marker-types", List.of("toner", "waste-toner"))
                .numbers("marker-levels", press.toner(), 0);
        if (plain) {
            answer.enums(
                    "operations-supported", PRINT_JOB, VALIDATE_JOB, CANCEL_JOB, JOB_ATTRIBUTES, PRINTER_ATTRIBUTES);
        } else {
            answer.enums(
                    "operations-supported",
                    PRINT_JOB,
                    VALIDATE_JOB,
                    CREATE_JOB,
                    SEND_DOCUMENT,
                    CANCEL_JOB,
                    JOB_ATTRIBUTES,
                    GET_JOBS,
                    PRINTER_ATTRIBUTES);
        }
        return answer.octets();
    }

    private static String toner(int percent) {
        return "index=1;class=supplyThatIsConsumed;type=toner;unit=percent;maxcapacity=100;level=" + percent
                + ";colorantname=black;";
    }

    private static String tray(int sheets) {
        return "type=sheetFeedAutoRemovableTray;mediafeed=29700;mediaxfeed=21000;maxcapacity=" + Press.TRAY + ";level="
                + sheets + ";status=0;name=main;";
    }

    private static String severe(String reason) {
        return reason + (reason.endsWith("-low") ? "-warning" : "-error");
    }
}
