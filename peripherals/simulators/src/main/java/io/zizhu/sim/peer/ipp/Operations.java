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
    static final int PRINTER_ATTRIBUTES = 0x000B;

    private final Press press;
    private final String uri;
    private volatile boolean plain;

    Operations(Press press, String uri) {
        this.press = press;
        this.uri = uri;
    }

    /** A plain printer knows only Print-Job, not Create-Job and Send-Document. */
    void plain(boolean only) {
        plain = only;
    }

    byte[] answer(Request request) {
        return switch (request.operation()) {
            case PRINTER_ATTRIBUTES -> printer(request);
            case VALIDATE_JOB ->
                new Answer(request, format(request) ? Answer.OK : Answer.FORMAT_NOT_SUPPORTED).octets();
            case PRINT_JOB -> print(request);
            case CREATE_JOB -> plain ? unknown(request) : job(request, press.accept(name(request)));
            case SEND_DOCUMENT -> plain ? unknown(request) : send(request);
            case JOB_ATTRIBUTES ->
                find(request).map(job -> job(request, job)).orElseGet(() -> new Answer(request, Answer.NOT_FOUND)
                        .octets());
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

    private byte[] print(Request request) {
        if (!pdf(request)) {
            return new Answer(request, Answer.FORMAT_NOT_SUPPORTED).octets();
        }
        PrintJob job = press.accept(name(request));
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
        Answer answer = new Answer(request, Answer.OK)
                .group(Answer.JOB_GROUP)
                .number("job-id", job.id())
                .uri("job-uri", uri + "/" + job.id())
                .name("job-name", job.name())
                .enums("job-state", job.state())
                .keywords("job-state-reasons", job.reasons())
                .number("job-media-sheets-completed", job.sheets())
                .number("job-impressions-completed", job.sheets());
        return (job.begun() ? answer.number("time-at-processing", 1) : answer.nothing("time-at-processing")).octets();
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
                .number("media-sheets", press.paper());
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
                    PRINTER_ATTRIBUTES);
        }
        return answer.octets();
    }

    private static String severe(String reason) {
        return reason + (reason.endsWith("-low") ? "-warning" : "-error");
    }
}
