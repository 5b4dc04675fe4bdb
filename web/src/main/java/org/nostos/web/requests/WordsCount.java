package org.nostos.web.requests;

import org.nostos.requests.KeepersWords;
import org.nostos.web.Room;
import org.nostos.web.RoomCount;
import org.springframework.stereotype.Component;

/// The number beside the keeper's word: how many disclosures wait for it. The room is the keeper's alone.
@Component
class WordsCount implements RoomCount {

    private final KeepersWords words;

    WordsCount(KeepersWords words) {
        this.words = words;
    }

    @Override
    public Room room() {
        return Room.WORDS;
    }

    @Override
    public boolean isOpen() {
        return words.keeps();
    }

    @Override
    public long now() {
        return words.waiting().size();
    }
}
