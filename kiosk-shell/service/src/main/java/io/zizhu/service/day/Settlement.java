package io.zizhu.service.day;

import io.zizhu.catalogue.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What two of the staff found out about a doubt. The centre's case goes on by this word, never by a remark. */
public enum Settlement {
    CHARGED("charged", "payment", "已扣款，业务继续办理", "Charged; the case goes on"),
    NOT_CHARGED("not-charged", "payment", "没有扣款，业务撤回", "Not charged; the case is withdrawn"),
    GIVEN_BACK("given-back", "payment", "已退款，业务撤回", "Given back; the case is withdrawn"),
    HANDED_OVER("handed-over", "certificate", "证明已交付", "The certificate was handed over"),
    VOID("void", "certificate", "证明未交付，作废", "The certificate did not reach anybody; it is void"),
    /** An officer at the centre goes on with it. */
    PASSED_ON("passed-on", "", "转中心人工处理", "Passed on to an officer at the centre");

    /** The name of the fact in a doubt's outcome. */
    public static final String FACT = "settlement";

    private final String word;
    private final String doubt;
    private final String zh;
    private final String en;

    Settlement(String word, String doubt, String zh, String en) {
        this.word = word;
        this.doubt = doubt;
        this.zh = zh;
        this.en = en;
    }

    /** As rows say it. */
    public String word() {
        return word;
    }

    public Words words() {
        return new Words(zh, en);
    }

    /** What can be found out about a doubt of this kind. */
    public static List<Settlement> of(String doubt) {
        return Arrays.stream(values())
                .filter(each -> each.doubt.isEmpty() || each.doubt.equals(doubt))
                .toList();
    }

    /** What a row says; empty where it is older than settlements, or says none. */
    public static Optional<Settlement> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
