package io.zizhu.service.item;

import io.zizhu.catalogue.Item;
import io.zizhu.catalogue.Words;
import java.util.List;
import java.util.Optional;

/** What the signed sections say this kiosk offers: the welcome and the items, in the order of the home screen. */
public record Shelf(Words welcome, List<Item> items) {
    public Shelf {
        items = List.copyOf(items);
    }

    public Optional<Item> find(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }
}
