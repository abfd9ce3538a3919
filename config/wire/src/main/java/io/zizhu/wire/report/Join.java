package io.zizhu.wire.report;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;

/** The two bodies of {@code POST /line/join}. */
public sealed interface Join {
    /**
     * @param code the one-time code the console gave, {@code XXXXXXXX-<first 16 hex of the CA certificate's SHA-256>}
     * @param csr PKCS#10 request, PEM
     */
    record Request(String code, String csr) implements Join {
        public static final Form<Request> FORM = new Form<>(
                "join",
                request -> Json.Obj.EMPTY.with("code", request.code()).with("csr", request.csr()),
                fields -> new Request(fields.text("code", 80), fields.text("csr", 8000)));

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /**
     * @param terminal the id given; the certificate's common name and the MQTT client id
     * @param certificate the terminal's, PEM
     * @param ca the centre's authority, PEM
     * @param root the first trust root, its whole envelope
     * @param mqtt {@code host:port}
     */
    record Welcome(String terminal, String certificate, String ca, Json.Obj root, String mqtt) implements Join {
        public static final Form<Welcome> FORM = new Form<>(
                "welcome",
                welcome -> Json.Obj.EMPTY
                        .with("terminal", welcome.terminal())
                        .with("certificate", welcome.certificate())
                        .with("ca", welcome.ca())
                        .with("root", welcome.root())
                        .with("mqtt", welcome.mqtt()),
                fields -> new Welcome(
                        fields.text("terminal", 80),
                        fields.text("certificate", 20000),
                        fields.text("ca", 20000),
                        fields.object("root"),
                        fields.text("mqtt", 200)));
    }
}
