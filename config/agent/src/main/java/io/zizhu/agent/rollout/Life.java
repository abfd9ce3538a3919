package io.zizhu.agent.rollout;

import io.zizhu.agent.slot.Held;
import io.zizhu.wire.bundle.Bundle;
import io.zizhu.wire.bundle.Pointer;

/**
 * Where the agent is with a bundle.
 *
 * <pre>
 *            ring or poll          who, for me, newer,        every tenant
 *            and fetched           not expired?               says yes          slot written
 *  Steady ───────────────▶ Fetched ───────────────▶ Checked ───────────────▶ Staged
 *    ▲                        │                        │                        │ no visit
 *    │                        ▼                        ▼                        ▼
 *    │◀──────────────────  Refused ◀───────────────────┘                    Applying
 *    │                                                                          │ tenants accepted
 *    │                                                                          ▼
 *    │◀── Confirmed ◀──────────────── well at the end ─────────────────── OnProbation
 *    │                                                                          │ ill at the end,
 *    │◀── RolledBack ◀──────── tenants accept the old one again ◀───────────────┘ or a tenant balked
 * </pre>
 *
 * A power cut in any state leaves slot A whole or slot B whole. Cut in {@code Applying} or {@code OnProbation}, the
 * terminal starts with the old one and tries the new one once more; cut twice, it is settled as rolled back.
 */
public sealed interface Life {
    /**
     * Nothing new.
     *
     * @param version in force, 0 for the factory's
     */
    record Steady(long version) implements Life {}

    record Fetched(Pointer pointer) implements Life {}

    record Checked(Bundle bundle) implements Life {}

    /** Whole in the other slot, waiting for the visit to end. */
    record Staged(Bundle bundle, Held held) implements Life {}

    record Applying(Bundle bundle, Held held) implements Life {}

    record OnProbation(Bundle bundle, Held held) implements Life {}

    record Confirmed(long version) implements Life {}

    record RolledBack(long version, String reason) implements Life {}

    /** @param section the section, or the member of the envelope, that gave the reason */
    record Refused(long version, String section, String reason) implements Life {}
}
