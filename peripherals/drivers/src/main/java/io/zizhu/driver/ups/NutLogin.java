package io.zizhu.driver.ups;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import java.util.List;
import java.util.Optional;

/**
 * Name and password for upsd, where the binding has them; reading needs none, but a upsd may be set up so that only
 * known hosts read.
 *
 * @param place where a wrong one stands, as a technician finds it
 */
record NutLogin(String username, String password, String place) {
    static Optional<NutLogin> of(Binding binding) throws DeviceAway {
        Optional<String> username = binding.find("username");
        Optional<String> password = binding.find("password");
        if (username.isPresent() != password.isPresent()) {
            throw new DeviceAway(
                    Fault.Kind.MISCONFIGURED,
                    "devices/" + binding.id() + "/" + (username.isPresent() ? "password" : "username")
                            + ": missing, the other one is there");
        }
        for (String key : List.of("username", "password")) {
            if (binding.find(key).orElse("").chars().anyMatch(Character::isISOControl)) {
                throw new DeviceAway(
                        Fault.Kind.MISCONFIGURED,
                        "devices/" + binding.id() + "/" + key + ": holds a line break or another control character");
            }
        }
        return username.map(name -> new NutLogin(name, password.orElse(""), "devices/" + binding.id() + "/username"));
    }

    List<String> questions(String ups) {
        return List.of("USERNAME " + quoted(username), "PASSWORD " + quoted(password), "LOGIN " + ups);
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
