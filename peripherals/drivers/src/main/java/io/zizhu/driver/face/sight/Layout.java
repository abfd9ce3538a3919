package io.zizhu.driver.face.sight;

import io.zizhu.device.DeviceAway;
import io.zizhu.driver.face.model.DlibResNet;
import io.zizhu.driver.face.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Scalar;

/**
 * How a net wants to be shown a face.
 *
 * @param side of the square picture it takes, pixels
 * @param rgb red first, otherwise blue first
 * @param mean taken off each colour, in the order of {@code rgb}
 * @param divide what the rest is divided by
 * @param points numbers of points of the mesh
 * @param goals where each of them shall lie in the square
 */
record Layout(int side, boolean rgb, Scalar mean, double divide, List<Integer> points, List<Spot> goals) {
    /** Any ONNX model with one input and one output, described by {@code input} of its slot. */
    static final String FORM = "onnx";

    /** dlib's mean face (0 to 1) at ten points, with a quarter of padding around it. */
    static final Layout DLIB = new Layout(
            DlibResNet.SIDE,
            true,
            new Scalar(122.782, 117.001, 104.298),
            256,
            List.of(33, 133, 362, 263, 168, 4, 2, 61, 291, 0),
            padded(
                    new double[] {
                        0.121737, 0.334606, 0.645647, 0.858516, 0.490127, 0.490127, 0.490127, 0.254149, 0.726104,
                        0.490127
                    },
                    new double[] {
                        0.216423, 0.231733, 0.231733, 0.216423, 0.203352, 0.515625, 0.628106, 0.780233, 0.780233,
                        0.742578
                    }));

    private static List<Spot> padded(double[] x, double[] y) {
        double scale = DlibResNet.SIDE / 1.5;
        return IntStream.range(0, x.length)
                .mapToObj(i -> new Spot((x[i] + 0.25) * scale, (y[i] + 0.25) * scale))
                .toList();
    }

    /** Reads {@code {"side": 112, "colour": "rgb", "mean": [r, g, b], "divide": 128, "points": {"33": [x, y], …}}}. */
    static Layout read(Node input) throws DeviceAway {
        int side = (int) input.at("side").number(16, 1024);
        String colour = input.at("colour").text();
        if (!colour.equals("rgb") && !colour.equals("bgr")) {
            throw input.at("colour").wrong("rgb or bgr");
        }
        List<Double> mean = numbers(input.at("mean"), 3, 0, 255);
        List<Integer> points = new ArrayList<>();
        List<Spot> goals = new ArrayList<>();
        Node places = input.at("points");
        for (Object name : places.map().keySet()) {
            String point = (String) name;
            if (!point.matches("\\d{1,3}") || Integer.parseInt(point) >= Mesh.POINTS) {
                throw places.at(point).wrong("named by a point of the mesh, 0 to " + (Mesh.POINTS - 1));
            }
            List<Double> goal = numbers(places.at(point), 2, 0, side);
            points.add(Integer.parseInt(point));
            goals.add(new Spot(goal.get(0), goal.get(1)));
        }
        if (points.size() < 3) {
            throw places.wrong("at least three points");
        }
        return new Layout(
                side,
                colour.equals("rgb"),
                new Scalar(mean.get(0), mean.get(1), mean.get(2)),
                input.at("divide").number(1e-3, 1e3),
                points,
                goals);
    }

    private static List<Double> numbers(Node list, int count, double least, double most) throws DeviceAway {
        List<?> values = list.list();
        if (values.size() != count) {
            throw list.wrong("a list of " + count + " numbers");
        }
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(new Node(list.file(), list.place() + "/" + i, values.get(i)).number(least, most));
        }
        return numbers;
    }
}
