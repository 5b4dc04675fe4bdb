package org.nostos.parties;

/// Whence somebody comes to the door: the network address, and the browser in a few plain words.
public record Visitor(String address, String device) {

    private static final int LONGEST = 60;

    public Visitor {
        device = device.length() > LONGEST ? device.substring(0, LONGEST) : device;
    }
}
