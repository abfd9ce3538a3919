package io.zizhu.touch.staff;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.zizhu.catalogue.Words;
import io.zizhu.touch.kit.Controls;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Plain tables with a head. */
final class Tables {
    /** On the stations' clock, as on their paper. */
    static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Tables() {}

    static NativeTable of(Controls say, List<Words> head, NativeTableBody rows) {
        NativeTableRow first = new NativeTableRow();
        for (Words words : head) {
            first.add(new NativeTableHeaderCell(say.say(words)));
        }
        NativeTableHeader header = new NativeTableHeader();
        header.add(first);
        NativeTable table = new NativeTable();
        table.add(header, rows);
        return table;
    }

    static NativeTableRow row(Component... cells) {
        NativeTableRow row = new NativeTableRow();
        for (Component cell : cells) {
            row.add(new NativeTableCell(cell));
        }
        return row;
    }

    /** One cell over the whole table. */
    static NativeTableRow wide(int columns, Component inside) {
        NativeTableCell cell = new NativeTableCell(inside);
        cell.getElement().setAttribute("colspan", String.valueOf(columns));
        NativeTableRow row = new NativeTableRow();
        row.add(cell);
        return row;
    }
}
