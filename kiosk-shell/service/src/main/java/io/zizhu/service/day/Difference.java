package io.zizhu.service.day;

import io.zizhu.catalogue.Words;

/** One thing on which journal, pad and back office do not agree, with what to do about it. */
public sealed interface Difference {
    /** For staff: what happened, and what to do next. */
    Words words();

    /** Charged here, but the back office was not told, or has not heard. */
    record NotConfirmed(String caseNumber, long fen, String receipt) implements Difference {
        @Override
        public Words words() {
            return new Words(
                    "业务 " + caseNumber + "：已收款 " + yuan(fen) + "（凭证 " + receipt + "），业务系统未收到缴费确认。联网后将自动补报；次日仍在请上报。",
                    "Case " + caseNumber + ": " + yuan(fen) + " charged (receipt " + receipt
                            + "), the back office has not heard of it. It is told again when the line stands; report it if it"
                            + " is here tomorrow.");
        }
    }

    /** The back office counts it as paid; the journal has no charge of it that stands. */
    record NotCharged(String caseNumber, long fen, String receipt) implements Difference {
        @Override
        public Words words() {
            return new Words(
                    "业务 " + caseNumber + "：业务系统记为已缴费 " + yuan(fen) + "（凭证 " + receipt + "），本机没有收款，或款项已退。请上报主管核对。",
                    "Case " + caseNumber + ": the back office counts " + yuan(fen) + " as paid (receipt " + receipt
                            + "), but nothing was charged here, or it was given back. Report it to the supervisor.");
        }
    }

    /** Both know the payment, of another amount. */
    record OtherAmount(String caseNumber, long fen, long office) implements Difference {
        @Override
        public Words words() {
            return new Words(
                    "业务 " + caseNumber + "：本机收款 " + yuan(fen) + "，应缴 " + yuan(office) + "。请上报主管核对。",
                    "Case " + caseNumber + ": " + yuan(fen) + " charged here, the fee is " + yuan(office)
                            + ". Report it to the supervisor.");
        }
    }

    /** The case was given up, the money was not given back. */
    record KeptWithdrawn(String caseNumber, long fen, String receipt) implements Difference {
        @Override
        public Words words() {
            return new Words(
                    "业务 " + caseNumber + " 已撤回，收款 " + yuan(fen) + "（凭证 " + receipt + "）未退。请按凭证办理退款。",
                    "Case " + caseNumber + " was withdrawn, but " + yuan(fen) + " (receipt " + receipt
                            + ") was not given back. Refund it by its receipt.");
        }
    }

    /** A payment whose outcome only a person can find out. */
    record DoubtOpen(String caseNumber, long fen, String reason) implements Difference {
        @Override
        public Words words() {
            return new Words(
                    "业务 " + caseNumber + "：付款 " + yuan(fen) + " 结果存疑。请查看刷卡机的交易清单，在“待处理”中登记结论。",
                    "Case " + caseNumber + ": " + yuan(fen)
                            + " in doubt. Look at the pad's own list and settle it under the open doubts. " + reason);
        }
    }

    /** The pad's totals show that a payment in doubt was charged. */
    record DoubtCharged(String caseNumber, long fen) implements Difference {
        @Override
        public Words words() {
            return new Words(
                    "刷卡机合计多出 " + yuan(fen) + "，正好是存疑的业务 " + caseNumber + "：应已扣款。请据此登记结论并退款或补办。",
                    "The pad counted " + yuan(fen) + " more, which is the doubtful case " + caseNumber
                            + ": it was charged. Settle the doubt accordingly, then refund or go on with the case.");
        }
    }

    /** The pad's totals show that a payment whose giving back was in doubt was given back. */
    record DoubtGivenBack(String caseNumber, long fen) implements Difference {
        @Override
        public Words words() {
            return new Words(
                    "刷卡机合计少 " + yuan(fen) + "，正好是撤销结果不明的业务 " + caseNumber + "：应已撤销。请据此登记结论。",
                    "The pad counted " + yuan(fen) + " less, which is case " + caseNumber
                            + ", whose reversal was in doubt: it was reversed. Settle the doubt accordingly.");
        }
    }

    /**
     * The pad counted more than the journal, or less where negative, and nothing open explains it.
     *
     * @param fen the pad's sum less the journal's
     * @param payments the pad's count less the journal's
     */
    record PadDiffers(long fen, int payments) implements Difference {
        @Override
        public Words words() {
            boolean more = fen > 0 || (fen == 0 && payments > 0);
            int count = more ? payments : -payments;
            return new Words(
                    "刷卡机合计比本机记录" + (more ? "多 " : "少 ") + yuan(Math.abs(fen)) + "（" + count + " 笔）。请逐笔核对刷卡机日终清单与凭证号。",
                    "The pad counted " + yuan(Math.abs(fen)) + " (" + count + " payments) " + (more ? "more" : "less")
                            + " than the journal. Compare the pad's own list receipt by receipt.");
        }
    }

    /** An earlier closing was cut off, and had closed the day after all: the totals are of the time since then. */
    record ClosedBefore(String since) implements Difference {
        @Override
        public Words words() {
            return new Words(
                    "上次日终（" + since + "）当时结果不明；按合计看，刷卡机当时已完成日终，本次合计从那时算起。",
                    "The closing of " + since
                            + " ended without an answer. By these totals the pad had closed its day then; they count from there.");
        }
    }

    /** The pad did not close its day. */
    record PadOpen(String why) implements Difference {
        @Override
        public Words words() {
            return new Words(
                    "刷卡机没有完成日终：" + why + "。请稍后重试；仍不成功请联系收单行。",
                    "The pad did not close its day: " + why + ". Try again later, or call the acquirer.");
        }
    }

    /** Nobody knows whether the pad closed its day. */
    record PadUnknown(String why) implements Difference {
        @Override
        public Words words() {
            return new Words(
                    "刷卡机日终结果不明：" + why + "。请查看刷卡机打印的清单，再做一次日终。",
                    "Nobody knows whether the pad closed its day: " + why
                            + ". Look at the list it printed, then close the day once more.");
        }
    }

    /** The back office could not be asked. */
    record OfficeAway(String why) implements Difference {
        @Override
        public Words words() {
            return new Words(
                    "业务系统暂时连不上，未与其核对：" + why + "。中心会在联网后自动核对。",
                    "The back office could not be asked: " + why
                            + ". The centre compares by itself when the line is back.");
        }
    }

    /** Such as {@code 20.00}; the currency is the catalogue's. */
    private static String yuan(long fen) {
        return (fen < 0 ? "-" : "") + Math.abs(fen) / 100 + "." + Math.abs(fen) % 100 / 10 + Math.abs(fen) % 10;
    }
}
