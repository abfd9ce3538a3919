package io.zizhu.service.visit;

import io.zizhu.device.printer.Slip;
import io.zizhu.service.port.Certificate;
import io.zizhu.service.port.Paper;
import java.util.List;

/** Paper of three bytes. */
public final class FakePaper implements Paper {
    @Override
    public Typeset certificate(Certificate certificate) {
        return new Typeset.Pdf(new byte[] {1, 2, 3});
    }

    @Override
    public Slip slip(List<Row> rows) {
        return new Slip(List.of());
    }

    @Override
    public byte[] testPage() {
        return new byte[] {1};
    }
}
