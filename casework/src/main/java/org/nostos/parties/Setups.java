package org.nostos.parties;

/// What the door knows of the house's setup. It needs no caller and no transaction.
public interface Setups {

    Setup now();
}
