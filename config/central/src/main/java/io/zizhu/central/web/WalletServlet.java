package io.zizhu.central.web;

import io.zizhu.central.backoffice.pay.Wallet;
import io.zizhu.wire.json.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The pretend payer's telephone, in training: {@code GET} on a code's address is the bill with its buttons,
 * {@code POST …/{token}/{act}} does what a payer does ({@link Wallet#act}), {@code GET} without a token lists the newest
 * bills as JSON. No money moves here, so nobody has to say who they are; who has no token cannot pay.
 */
final class WalletServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final List<String> ACTS = List.of("pay", "decline", "cancel");
    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>训练钱包 · Training wallet</title>
            <style>body{font:20px/1.6 sans-serif;max-width:26rem;margin:2rem auto;padding:0 1rem;color:#16202c}
            button{display:block;width:100%%;margin-top:1rem;font:inherit;padding:.8rem;border:0;border-radius:4px;background:#12447a;color:#fff}
            strong{font-size:2.4rem}</style></head><body><main>
            <h1>训练钱包 <span lang="en">Training wallet</span></h1>
            <p>不会发生真实付款。 <span lang="en">No real money is moved.</span></p>
            %s</main></body></html>
            """;

    private final transient Wallet wallet;

    WalletServlet(Wallet wallet) {
        this.wallet = wallet;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] way = way(request);
        if (way.length == 0) {
            Json.Arr bills = new Json.Arr(
                    wallet.bills().stream().<Json>map(WalletServlet::written).toList());
            Http.json(response, HttpServletResponse.SC_OK, Json.Obj.EMPTY.with("bills", bills));
            return;
        }
        Optional<Wallet.Bill> bill = bill(way[0]);
        if (bill.isEmpty()) {
            Http.why(response, HttpServletResponse.SC_NOT_FOUND, "no such bill");
            return;
        }
        Http.html(response, page(bill.get()));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] way = way(request);
        if (way.length != 2 || !wallet.act(way[0], way[1])) {
            Http.why(response, HttpServletResponse.SC_CONFLICT, "no such bill, or that cannot be done to it now");
            return;
        }
        Optional<Wallet.Bill> bill = bill(way[0]);
        if (bill.isPresent()) {
            Http.html(response, page(bill.get()));
        }
    }

    private Optional<Wallet.Bill> bill(String token) {
        return wallet.bills().stream()
                .filter(each -> each.token().equals(token))
                .findFirst();
    }

    private static String page(Wallet.Bill bill) {
        var text = new StringBuilder("<p><strong>¥ %d.%02d</strong></p><p data-stands=\"%s\">%s</p>"
                .formatted(bill.fen() / 100, bill.fen() % 100, bill.stands(), bill.stands()));
        if (bill.stands().equals("waiting") || bill.stands().equals("paying")) {
            for (String act : ACTS) {
                text.append("<form method=\"post\" action=\"%s/%s/%s\"><button data-act=\"%s\">%s</button></form>"
                        .formatted(Doors.WALLET, bill.token(), act, act, act.toUpperCase(Locale.ROOT)));
            }
        }
        return PAGE.formatted(text);
    }

    private static Json written(Wallet.Bill bill) {
        return Json.Obj.EMPTY
                .with("token", bill.token())
                .with("order", bill.order())
                .with("fen", bill.fen())
                .with("stands", bill.stands());
    }

    private static String[] way(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null || path.equals("/")
                ? new String[0]
                : path.substring(1).split("/");
    }
}
