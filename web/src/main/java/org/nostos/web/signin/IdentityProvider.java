package org.nostos.web.signin;

/// The provider of identity (OpenID Connect) that this instance is set up with. There is no bean of it
/// when there is none.
public interface IdentityProvider {

    /// What people call it.
    String name();

    /// Whether it can be asked just now.
    boolean isReachable();
}
