package io.zizhu.terminal.xfs.face;

import io.zizhu.wire.json.Json;
import java.util.Map;

/** What of a status is not as it was: the payload of {@code Common.StatusChangedEvent}. Pure. */
public final class Delta {
    private Delta() {}

    /** The members of {@code now} that {@code before} had otherwise or not at all; empty where there are none. */
    public static Json.Obj of(Json.Obj before, Json.Obj now) {
        Json.Obj changed = Json.Obj.EMPTY;
        for (Map.Entry<String, Json> member : now.members().entrySet()) {
            Json was = before.members().get(member.getKey());
            Json is = member.getValue();
            if (was instanceof Json.Obj earlier && is instanceof Json.Obj later) {
                Json.Obj inner = of(earlier, later);
                changed = inner.members().isEmpty() ? changed : changed.with(member.getKey(), inner);
            } else if (!is.equals(was)) {
                changed = changed.with(member.getKey(), is);
            }
        }
        return changed;
    }
}
