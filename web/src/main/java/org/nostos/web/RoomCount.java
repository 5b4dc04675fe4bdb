package org.nostos.web;

/// The number beside a room in the side list. A room that has one offers it as a bean.
///
/// It is asked on every page, as the caller, in the transaction of the frame: it must be quick.
public interface RoomCount {

    Room room();

    long now();

    /// Whether the room is the caller's at all, where that is not their role's alone to say.
    default boolean isOpen() {
        return true;
    }
}
