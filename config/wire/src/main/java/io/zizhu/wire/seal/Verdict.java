package io.zizhu.wire.seal;

import io.zizhu.wire.json.Json;
import java.time.Instant;

/** What came of holding a signed form against the root of trust. */
public sealed interface Verdict {
    /** Signed by enough keys of the role, of the wanted type, not expired, not older than seen. */
    record Trusted(Json.Obj signed, long version, Instant expires) implements Verdict {}

    /** Every reason not to believe it. */
    sealed interface Refused extends Verdict {
        /** The member of the form that gave the reason. */
        String field();

        /** In technician's words. */
        String why();
    }

    record Malformed(String field, String why) implements Refused {}

    record WrongType(String wanted) implements Refused {
        @Override
        public String field() {
            return "signed.type";
        }

        @Override
        public String why() {
            return "is not " + wanted;
        }
    }

    record UnknownKey(int index) implements Refused {
        @Override
        public String field() {
            return "signatures[" + index + "].keyid";
        }

        @Override
        public String why() {
            return "is no key of the trust root";
        }
    }

    record WrongRole(int index, String role) implements Refused {
        @Override
        public String field() {
            return "signatures[" + index + "].keyid";
        }

        @Override
        public String why() {
            return "may not sign as " + role;
        }
    }

    record Twice(int index) implements Refused {
        @Override
        public String field() {
            return "signatures[" + index + "].keyid";
        }

        @Override
        public String why() {
            return "has signed already";
        }
    }

    record Broken(int index, String part) implements Refused {
        @Override
        public String field() {
            return "signatures[" + index + "]." + part;
        }

        @Override
        public String why() {
            return part.equals("alg") ? "is not the key's algorithm" : "does not fit what is signed";
        }
    }

    record BelowThreshold(String role, int have, int need) implements Refused {
        @Override
        public String field() {
            return "signatures";
        }

        @Override
        public String why() {
            return have + " of " + need + " signatures of " + role;
        }
    }

    record Expired(Instant at) implements Refused {
        @Override
        public String field() {
            return "signed.expires";
        }

        @Override
        public String why() {
            return "was " + at;
        }
    }

    record Older(long version, long seen) implements Refused {
        @Override
        public String field() {
            return "signed.version";
        }

        @Override
        public String why() {
            return version + " is below " + seen + ", the highest seen";
        }
    }
}
