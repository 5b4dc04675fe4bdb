package org.nostos.parties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Obstacle;
import org.nostos.basics.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Naming who answers for the data, and the independent body of review. An administrator does it;
/// everybody who works here may read it. Thread-safe.
@Service
@Transactional
public class HouseSetup {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_CONTACT = 500;
    private static final int LONGEST_ADDRESS = 1000;
    private static final int LONGEST_TEXT = 2000;

    private final Acts acts;
    private final HouseFacts facts;

    public HouseSetup(Acts acts, HouseFacts facts) {
        this.acts = acts;
        this.facts = facts;
    }

    @Transactional(readOnly = true)
    public Optional<DataController> controller() {
        return facts.controller();
    }

    @Transactional(readOnly = true)
    public Optional<ReviewBody> reviewBody() {
        return facts.reviewBody();
    }

    public List<Obstacle> nameController(
            String name, String address, String contact, String legalBasis) {
        List<Obstacle> found = new ArrayList<>();
        require(name, LONGEST_NAME, "obstacle.parties.controller-name", found);
        require(address, LONGEST_ADDRESS, "obstacle.parties.controller-address", found);
        require(contact, LONGEST_CONTACT, "obstacle.parties.controller-contact", found);
        require(legalBasis, LONGEST_TEXT, "obstacle.parties.controller-basis", found);
        if (found.isEmpty()) {
            UUID act =
                    acts.record(
                            Act.of("parties.controller-named", Purpose.ADMINISTRATION, Map.of()));
            facts.name(name.strip(), address.strip(), contact.strip(), legalBasis.strip(), act);
        }
        return found;
    }

    /// Names the body, or says with a reason that there is none any more when the name is empty.
    public List<Obstacle> nameReviewBody(String name, String mandate) {
        String body = name.strip();
        List<Obstacle> found = new ArrayList<>();
        if (!body.isEmpty()) {
            require(body, LONGEST_NAME, "obstacle.parties.body-name", found);
        }
        require(mandate, LONGEST_TEXT, "obstacle.parties.body-mandate", found);
        if (found.isEmpty()) {
            String kind =
                    body.isEmpty() ? "parties.review-body-ended" : "parties.review-body-named";
            UUID act = acts.record(Act.of(kind, Purpose.ADMINISTRATION, Map.of()));
            facts.reviewBody(body.isEmpty() ? null : body, mandate.strip(), act);
        }
        return found;
    }

    private static void require(String text, int longest, String code, List<Obstacle> found) {
        int length = text.strip().length();
        if (length < 2 || length > longest) {
            found.add(Obstacle.of(code));
        }
    }
}
