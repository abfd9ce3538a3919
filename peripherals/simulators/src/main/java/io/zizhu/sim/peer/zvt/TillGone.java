package io.zizhu.sim.peer.zvt;

/** The till has gone, or does not answer: the pad hangs up. */
final class TillGone extends Exception {
    private static final long serialVersionUID = 1L;
}
