package org.nostos.stories.provider;

/// What a provider may say of somebody.
public enum Saying {
    THE_TRUTH,
    /// In the name of another issuer.
    ANOTHERS_NAME,
    /// To another client.
    TO_ANOTHER,
    /// What held an hour ago.
    WHAT_IS_OVER,
    /// With the nonce of an earlier answer.
    WHAT_WAS_SAID_BEFORE
}
