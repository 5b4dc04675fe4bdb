package org.nostos.lists;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of a received file, which can be read from the beginning as often as needed.
public interface FileBytes {

    InputStream open() throws IOException;
}
