package io.zizhu.driver.face.model;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the weights of dlib's face network, as face-api publishes them (one byte a weight, with scale and least value in
 * a manifest), into an ONNX model: w = q * scale + min, HWIO becomes OIHW, the scale layer is folded into the
 * convolution before it. 150 x 150 RGB goes in, 128 numbers come out.
 */
public final class DlibResNet {
    public static final int SIDE = 150;
    public static final int NUMBERS = 128;

    private record Weights(long[] shape, float[] values) {}

    private final Map<String, Weights> weights = new HashMap<>();
    private final Onnx onnx = new Onnx();
    private int channels = 32;
    private int side = 35; // 150, 7x7 by 2: 72, pooled 3x3 by 2: 35

    private DlibResNet(Node manifest, byte[] bytes) throws DeviceAway {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<?> list = new Node(manifest.file(), "/0", manifest.list().getFirst())
                .at("weights")
                .list();
        for (int i = 0; i < list.size(); i++) {
            Node one = new Node(manifest.file(), "/0/weights/" + i, list.get(i));
            weights.put(one.at("name").text(), read(one, in));
        }
        if (in.hasRemaining()) {
            throw manifest.wrong("a list of all bytes; " + in.remaining() + " are left");
        }
    }

    private static Weights read(Node one, ByteBuffer in) throws DeviceAway {
        List<?> sides = one.at("shape").list();
        long[] shape = new long[sides.size()];
        int count = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (long) new Node(one.file(), one.place() + "/shape/" + i, sides.get(i)).number(1, 4096);
            count = Math.toIntExact(count * shape[i]);
        }
        float[] values = new float[count];
        boolean small = one.map().containsKey("quantization");
        if (in.remaining() < (small ? count : count * 4)) {
            throw one.wrong("within the file of weights");
        }
        if (small) {
            double scale = one.at("quantization").at("scale").number(0, 1e3);
            double least = one.at("quantization").at("min").number(-1e6, 1e6);
            for (int i = 0; i < count; i++) {
                values[i] = (float) ((in.get() & 0xff) * scale + least);
            }
        } else {
            for (int i = 0; i < count; i++) {
                values[i] = in.getFloat();
            }
        }
        return new Weights(shape, values);
    }

    /** @return the bytes of the ONNX model */
    public static byte[] onnx(Node manifest, byte[] weights) throws DeviceAway {
        DlibResNet net = new DlibResNet(manifest, weights);
        String x = net.onnx.plain("Relu", net.conv("chip", "conv32_down", 2, 0));
        x = net.onnx.pool("MaxPool", x, 3);
        for (String block : List.of("conv32_1", "conv32_2", "conv32_3")) {
            x = net.residual(x, block);
        }
        x = net.down(x, "conv64_down", 64);
        for (String block : List.of("conv64_1", "conv64_2", "conv64_3")) {
            x = net.residual(x, block);
        }
        x = net.down(x, "conv128_down", 128);
        x = net.residual(net.residual(x, "conv128_1"), "conv128_2");
        x = net.down(x, "conv256_down", 256);
        x = net.residual(net.residual(x, "conv256_1"), "conv256_2");
        x = net.down(x, "conv256_down_out", 256);
        x = net.onnx.flatten(net.onnx.plain("GlobalAveragePool", x));
        Weights last = net.of("fc");
        x = net.onnx.times(x, last.values(), last.shape());
        return net.onnx.model("chip", new long[] {1, 3, SIDE, SIDE}, x, new long[] {1, NUMBERS});
    }

    private String residual(String in, String block) throws DeviceAway {
        String inner = onnx.plain("Relu", conv(in, block + "/conv1", 1, 1));
        return onnx.plain("Relu", onnx.add(in, conv(inner, block + "/conv2", 1, 1)));
    }

    /** Halves the side: one branch is averaged, with zeros for the new channels; the other one is padded where it is smaller. */
    private String down(String in, String block, int wider) throws DeviceAway {
        String inner = onnx.plain("Relu", conv(in, block + "/conv1", 2, 0));
        String out = conv(inner, block + "/conv2", 1, 1);
        String pooled = onnx.pool("AveragePool", in, 2);
        int small = (side - 3) / 2 + 1;
        int even = side / 2;
        if (small < even) {
            out = onnx.pad(out, 0, even - small, even - small);
        }
        if (wider > channels) {
            pooled = onnx.pad(pooled, wider - channels, 0, 0);
        }
        channels = wider;
        side = even;
        return onnx.plain("Relu", onnx.add(pooled, out));
    }

    private String conv(String in, String layer, int stride, int pad) throws DeviceAway {
        Weights filters = of(layer + "/conv/filters");
        float[] bias = of(layer + "/conv/bias").values();
        float[] times = of(layer + "/scale/weights").values();
        float[] plus = of(layer + "/scale/biases").values();
        long[] from = filters.shape();
        int area = (int) (from[0] * from[1]);
        int ins = (int) from[2];
        int outs = (int) from[3];
        float[] turned = new float[area * ins * outs];
        float[] folded = new float[outs];
        for (int o = 0; o < outs; o++) {
            folded[o] = bias[o] * times[o] + plus[o];
            for (int i = 0; i < ins; i++) {
                for (int a = 0; a < area; a++) {
                    turned[(o * ins + i) * area + a] = filters.values()[(a * ins + i) * outs + o] * times[o];
                }
            }
        }
        return onnx.conv(in, turned, new long[] {outs, ins, from[0], from[1]}, folded, stride, pad);
    }

    private Weights of(String name) throws DeviceAway {
        Weights found = weights.get(name);
        if (found == null) {
            throw new DeviceAway(Fault.Kind.MISCONFIGURED, "the face network's manifest lacks " + name);
        }
        return found;
    }
}
