package io.zizhu.central.web;

import io.zizhu.central.fleet.Fleet;

/** The public page where anybody checks a certificate; no script, no session, both languages. */
final class CheckPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>证明核验 · Certificate check</title>
            <style>
            body{font:16px/1.6 "WenQuanYi Micro Hei",sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#16202c}
            h1{font-size:1.5rem}label{display:block;margin:.8rem 0 .2rem;font-weight:600}
            input,textarea{width:100%%;box-sizing:border-box;font:inherit;padding:.5rem;border:1px solid #66788c;border-radius:4px}
            button{margin-top:1rem;font:inherit;padding:.6rem 1.6rem;border:0;border-radius:4px;background:#12447a;color:#fff}
            .ok,.bad{padding:1rem;border-radius:6px;border:2px solid}.ok{border-color:#1b7a3d}.bad{border-color:#b3261e}
            dt{font-weight:600}dd{margin:0 0 .4rem}small{color:#45566a}
            </style></head><body><main>
            <h1>证明核验 <span lang="en">Certificate check</span></h1>
            %s
            <form method="post" action="/check">
            <label for="seal">二维码内容 <span lang="en">Content of the QR code</span></label>
            <textarea id="seal" name="seal" rows="4" required></textarea>
            <label for="number">证明编号（可选）<span lang="en">Certificate number (optional)</span></label>
            <input id="number" name="number" autocomplete="off">
            <label for="name">姓名（可选）<span lang="en">Name as printed (optional)</span></label>
            <input id="name" name="name" autocomplete="off">
            <label for="identity">公民身份号码（可选）<span lang="en">Identity number as printed (optional)</span></label>
            <input id="identity" name="identity" autocomplete="off">
            <button data-act="check">核验 · Check</button>
            </form>
            <p><small>请将核验结果与纸面逐字比对，任何一字不同即为伪造。
            <span lang="en">Compare the result with the paper letter by letter; one different letter means forgery.</span></small></p>
            </main></body></html>
            """;

    private CheckPage() {}

    static String empty() {
        return PAGE.formatted("");
    }

    static String result(Fleet.CertificateCheck check) {
        return PAGE.formatted(
                switch (check) {
                    case Fleet.CertificateCheck.Wrong(String where) -> """
                        <section class="bad" data-result="wrong"><strong>核验不通过</strong>
                        <p>这不是本系统出具的证明，或内容已被改动（%s）。</p>
                        <p lang="en">Not issued here, or its content was changed (%s).</p></section>
                        """.formatted(escaped(where), escaped(where));
                    case Fleet.CertificateCheck.Genuine genuine -> genuine(genuine);
                });
    }

    private static String genuine(Fleet.CertificateCheck.Genuine genuine) {
        var lines = new StringBuilder();
        genuine.lines().forEach((label, value) -> lines.append("<dt>")
                .append(escaped(label))
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>"));
        String specimen =
                genuine.specimen() ? "<p><strong>样张，仅供训练，无效。 SPECIMEN, for training only, not valid.</strong></p>" : "";
        return """
                <section class="ok" data-result="genuine"><strong>签章真实 · The seal is genuine</strong>%s
                <p>编号 %s，出具日期 %s</p><dl>%s</dl></section>
                """.formatted(specimen, escaped(genuine.number()), escaped(genuine.issued()), lines);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
