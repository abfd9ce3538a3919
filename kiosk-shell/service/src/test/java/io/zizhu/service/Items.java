package io.zizhu.service;

import io.zizhu.catalogue.BadItem;
import io.zizhu.catalogue.Item;
import io.zizhu.catalogue.ItemFile;
import io.zizhu.catalogue.Words;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.IdCard;
import io.zizhu.service.item.Shelf;
import io.zizhu.service.port.Certificate;
import io.zizhu.service.port.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The shipped items and a synthetic person, for tests. */
public final class Items {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    public static final Portrait FACE = new Portrait(new byte[] {1, 2, 3});
    public static final Certificate CERTIFICATE = new Certificate(
            "no-criminal-record", "ZM-1", TODAY, List.of(new Certificate.Fact("name", "林晓雨")), "seal", true);
    public static final Signature SIGNATURE = new Signature(
            List.of(IntStream.range(0, 20)
                    .mapToObj(i -> new Signature.Dot(i, i, i * 10))
                    .toList()),
            new byte[] {9});

    private static final Map<String, Item> READ = new ConcurrentHashMap<>(); // tests may run side by side

    private Items() {}

    public static Item item(String code) {
        return READ.computeIfAbsent(code, Items::read);
    }

    private static Item read(String code) {
        try {
            return ItemFile.parse(
                    code, Files.readString(Path.of("../../packaging/training/factory/catalogue/" + code + ".yaml")));
        } catch (IOException | BadItem bad) {
            throw new IllegalStateException(bad);
        }
    }

    public static Shelf shelf() {
        return new Shelf(
                Words.plain("welcome"),
                List.of(item("no-criminal-record"), item("id-card-renewal"), item("case-progress")));
    }

    public static IdCard card() {
        return card(IdCard.Kind.CITIZEN, LocalDate.of(2002, 3, 14));
    }

    public static IdCard card(IdCard.Kind kind, LocalDate birth) {
        return new IdCard(
                kind,
                "林晓雨",
                IdCard.Sex.FEMALE,
                "01",
                birth,
                "训练市样本区自助路3号",
                "990102200203141027",
                "训练市公安局样本分局",
                LocalDate.of(2022, 3, 14),
                Optional.of(LocalDate.of(2032, 3, 14)),
                Optional.empty());
    }
}
