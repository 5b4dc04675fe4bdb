package org.nostos.parties;

import java.util.Map;
import java.util.Optional;
import org.nostos.basics.Act;
import org.nostos.basics.Acts;
import org.nostos.basics.Purpose;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The language in which the caller reads: it follows the account from one device to the next.
/// Thread-safe.
@Service
public class OwnLanguage {

    private final Acts acts;
    private final AccountLanguages languages;

    public OwnLanguage(Acts acts, AccountLanguages languages) {
        this.acts = acts;
        this.languages = languages;
    }

    /// The tag of the caller's language, if they ever chose one.
    @Transactional(readOnly = true)
    public Optional<String> mine() {
        return languages.ofCaller();
    }

    /// Keeps another language with the caller's account.
    @Transactional
    public void choose(String language) {
        if (!languages.ofCaller().equals(Optional.of(language))) {
            languages.add(
                    language,
                    acts.record(
                            Act.of(
                                    "parties.language-chosen",
                                    Purpose.ADMINISTRATION,
                                    Map.of("language", language))));
        }
    }
}
