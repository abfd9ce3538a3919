package io.zizhu.central.day;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The day of a site as a table for the accountants: every line, and what became of the exceptions. Pure. */
public final class DaySheet {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(DayBooks.ZONE);

    private static final List<String> TITLES = List.of(
            "日期 day",
            "网点 site",
            "终端 terminal",
            "时间 time",
            "业务号 case",
            "方式 way",
            "金额(元) amount",
            "终端凭证 receipt",
            "业务系统 office",
            "支付平台 order",
            "结果 verdict",
            "说明",
            "explanation",
            "处理 state",
            "经办 officer",
            "复核 second",
            "备注 remark");

    private DaySheet() {}

    /** @param findings of the same lines */
    public static byte[] of(String site, List<Line> lines, List<Finding> findings) {
        Map<String, Finding> known =
                findings.stream().collect(Collectors.toMap(DaySheet::key, each -> each, (a, b) -> b));
        var csv = new Csv(TITLES);
        for (Line line : lines) {
            Finding finding = known.get(key(line));
            csv.row(List.of(
                    line.day().toString(),
                    site,
                    line.terminal(),
                    TIME.format(line.at()),
                    line.ref(),
                    line.way(),
                    Csv.yuan(line.fen()),
                    line.receipt(),
                    line.office(),
                    line.order(),
                    line.verdict().name(),
                    line.verdict().words().zh(),
                    line.verdict().words().en(),
                    finding == null ? "" : finding.state().name(),
                    finding == null ? "" : finding.taker(),
                    finding == null ? "" : finding.second(),
                    finding == null ? line.remark() : finding.remark()));
        }
        return csv.bytes();
    }

    private static String key(Line line) {
        return line.terminal() + "\n" + line.ref() + "\n" + line.verdict();
    }

    private static String key(Finding finding) {
        return finding.terminal() + "\n" + finding.ref() + "\n" + finding.verdict();
    }
}
