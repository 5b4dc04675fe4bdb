package org.nostos.stories;

import java.util.UUID;
import org.nostos.basics.StateCode;
import org.nostos.parties.AccountKeeping;
import org.nostos.parties.AccountKeeping.Opening;
import org.nostos.parties.Caller;
import org.nostos.parties.OneTimeLinks;
import org.nostos.parties.Party;
import org.nostos.parties.PartyKind;
import org.nostos.parties.SigningIn;
import org.nostos.parties.SigningIn.Outcome;

/// Founds the committee and gives everybody in the cast their account, each through the real door.
final class Founding {

    private final Stage stage;

    Founding(Stage stage) {
        this.stage = stage;
    }

    void found() {
        OneTimeLinks links = stage.bean(OneTimeLinks.class);
        String first = links.first().orElseThrow();
        links.found(
                first,
                Cast.JUNIPER.party(),
                Cast.JUNIPER.login(),
                Cast.JUNIPER.displayName(),
                Cast.PASSWORD);
        Caller administrator = caller(stage, Cast.JUNIPER);
        for (Cast member : Cast.values()) {
            if (member != Cast.JUNIPER) {
                links.accept(administrator.call(() -> open(member)), Cast.PASSWORD);
            }
        }
    }

    /// Somebody of the cast as the rooms know them, for what a story takes as given.
    static Caller caller(Stage stage, Cast member) {
        Outcome outcome =
                stage.bean(SigningIn.class).signIn(member.login(), Cast.PASSWORD, "127.0.0.1");
        if (outcome instanceof Outcome.SignedIn signedIn) {
            return signedIn.caller();
        }
        throw new AssertionError(member + " could not sign in: " + outcome);
    }

    private String open(Cast member) {
        AccountKeeping keeping = stage.bean(AccountKeeping.class);
        UUID party =
                keeping.parties().stream()
                        .filter(known -> known.name().equals(member.party()))
                        .map(Party::id)
                        .findFirst()
                        .orElseGet(() -> addParty(keeping, member));
        Opening opening = keeping.open(party, member.role(), member.login(), member.displayName());
        if (opening instanceof Opening.Opened opened) {
            return opened.token();
        }
        throw new AssertionError("no account for " + member + ": " + opening);
    }

    private static UUID addParty(AccountKeeping keeping, Cast member) {
        StateCode state = member.kind() == PartyKind.STATE ? code(member.party()) : null;
        return keeping.addParty(member.kind(), member.party(), state);
    }

    private static StateCode code(String state) {
        return new StateCode(state.equals("Meridia") ? "XMA" : "XOA");
    }
}
