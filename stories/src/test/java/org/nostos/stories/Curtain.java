package org.nostos.stories;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Clears the stage after the last story, while its database is still there.
public final class Curtain implements BeforeAllCallback, AutoCloseable {

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(Curtain.class))
                .computeIfAbsent(Curtain.class, key -> this);
    }

    @Override
    public void close() {
        Stage.clear();
    }
}
