package org.nostos.identity.internal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Figures that a page shows beside what it is about.
///
/// Where there is little to count it is counted whenever it is asked for. Where there is much, what was
/// counted last is shown while one thread counts it anew behind the page: nobody waits for it, and
/// nobody counts it twice. Thread-safe.
///
/// @param <K> whose figures, and of what: what two callers may see differently needs two keys
final class Recounted<K, V> {

    private static final Logger LOG = LoggerFactory.getLogger(Recounted.class);
    private static final int MOST = 1_000;

    /// Between two counts of one thing it rests as often as long as counting takes.
    private static final int RESTS = 4;

    private final Predicate<V> isMuch;
    private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final Set<K> counting = ConcurrentHashMap.newKeySet();

    private record Kept<V>(V value, long took, long at) {}

    /// @param isMuch whether counting this again is worth putting off
    Recounted(Predicate<V> isMuch) {
        this.isMuch = isMuch;
    }

    /// The figure, counted now or lately.
    V get(K key, Supplier<V> count) {
        Kept<V> last = kept.get(key);
        if (last == null || !isMuch.test(last.value)) {
            return counted(key, count);
        }
        if (System.nanoTime() - last.at > RESTS * last.took && counting.add(key)) {
            Thread.ofVirtual().start(() -> recount(key, count));
        }
        return last.value;
    }

    private void recount(K key, Supplier<V> count) {
        try {
            counted(key, count);
        } catch (RuntimeException e) {
            LOG.warn("a figure could not be counted anew: {}", e.getClass().getName());
        } finally {
            counting.remove(key);
        }
    }

    private V counted(K key, Supplier<V> count) {
        long begun = System.nanoTime();
        V value = count.get();
        long now = System.nanoTime();
        if (kept.size() >= MOST) {
            kept.clear();
        }
        kept.put(key, new Kept<>(value, now - begun, now));
        return value;
    }
}
