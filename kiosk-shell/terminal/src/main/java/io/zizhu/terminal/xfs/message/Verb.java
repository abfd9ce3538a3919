package io.zizhu.terminal.xfs.message;

/**
 * A command that is understood, or an event that is sent.
 *
 * @param version of the command or event message
 * @param answered version of its completion message; the standard counts the two apart
 */
public record Verb(String name, String version, String answered) {
    /** An event, or a command whose completion has the same version. */
    public Verb(String name, String version) {
        this(name, version, version);
    }
}
