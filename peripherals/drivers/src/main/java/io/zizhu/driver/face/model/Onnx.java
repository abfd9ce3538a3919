package io.zizhu.driver.face.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Builds a network in the ONNX form, operator set 13, of the few operators a residual network needs. Field numbers are
 * those of onnx.proto3.
 */
final class Onnx {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;

    private final Proto graph = new Proto();
    private int names;

    private String name() {
        return "t" + ++names;
    }

    /** @return the name of its output, as with every operator here */
    String conv(String in, float[] filters, long[] shape, float[] bias, int stride, int pad) {
        String out = name();
        Proto node = node("Conv", out, in, tensor(filters, shape), tensor(bias, bias.length));
        graph.message(
                1,
                node.message(5, ints("strides", stride, stride))
                        .message(5, ints("pads", pad, pad, pad, pad))
                        .message(5, ints("kernel_shape", shape[2], shape[3])));
        return out;
    }

    String pool(String type, String in, int size) {
        String out = name();
        graph.message(
                1,
                node(type, out, in).message(5, ints("kernel_shape", size, size)).message(5, ints("strides", 2, 2)));
        return out;
    }

    /** Zeros behind the last channel, row and column. */
    String pad(String in, int channels, int rows, int columns) {
        String out = name();
        String pads = name();
        ByteBuffer raw = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        for (long side : new long[] {0, 0, 0, 0, 0, channels, rows, columns}) {
            raw.putLong(side);
        }
        graph.message(5, new Proto().number(1, 8).number(2, INT64).text(8, pads).bytes(9, raw.array()));
        graph.message(1, node("Pad", out, in, pads));
        return out;
    }

    String add(String one, String other) {
        String out = name();
        graph.message(1, node("Add", out, one, other));
        return out;
    }

    String plain(String type, String in) {
        String out = name();
        graph.message(1, node(type, out, in));
        return out;
    }

    /** A matrix of shape [in, out]. */
    String times(String in, float[] matrix, long... shape) {
        String out = name();
        graph.message(1, node("MatMul", out, in, tensor(matrix, shape)));
        return out;
    }

    private static Proto node(String type, String out, String... ins) {
        Proto node = new Proto();
        for (String in : ins) {
            node.text(1, in);
        }
        return node.text(2, out).text(3, "n_" + out).text(4, type);
    }

    private static Proto ints(String name, long... values) {
        Proto attribute = new Proto().text(1, name);
        for (long value : values) {
            attribute.number(8, value);
        }
        return attribute.number(20, ATTRIBUTE_INTS);
    }

    /** An attribute of one whole number, for operators with an axis. */
    String flatten(String in) {
        String out = name();
        Proto axis = new Proto().text(1, "axis").number(3, 1).number(20, ATTRIBUTE_INT);
        graph.message(1, node("Flatten", out, in).message(5, axis));
        return out;
    }

    private String tensor(float[] values, long... shape) {
        String name = name();
        Proto tensor = new Proto();
        for (long side : shape) {
            tensor.number(1, side);
        }
        ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        graph.message(5, tensor.number(2, FLOAT).text(8, name).bytes(9, raw.array()));
        return name;
    }

    /** The whole model; nothing can be added after. */
    byte[] model(String in, long[] inShape, String out, long[] outShape) {
        graph.text(2, "face").message(11, value(in, inShape)).message(12, value(out, outShape));
        Proto model = new Proto()
                .number(1, 7)
                .message(8, new Proto().text(1, "").number(2, 13))
                .message(7, graph);
        return model.bytes();
    }

    private static Proto value(String name, long... shape) {
        Proto sides = new Proto();
        for (long side : shape) {
            sides.message(1, new Proto().number(1, side));
        }
        Proto tensor = new Proto().number(1, FLOAT).message(2, sides);
        return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
    }
}
