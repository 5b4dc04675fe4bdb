package org.nostos.linkage.internal;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.nostos.basics.FieldRole;
import org.nostos.linkage.RecordTable;
import org.nostos.linkage.ResidentIndex.Hit;
import org.nostos.linkage.ResidentIndex.Query;
import org.nostos.names.Names;

/// The index behind the search box.
public final class Resident {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Set<String>> postings = new HashMap<>();

    public void addAll(RecordTable table) {
        for (int row = 0; row < table.size(); row++) {
            Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
            for (FieldRole role : table.roles()) {
                values.put(role, table.values(row, role));
            }
            add(table.id(row), values);
        }
    }

    public void add(String id, Map<FieldRole, List<String>> values) {
        StringBuilder name = new StringBuilder();
        for (FieldRole role :
                List.of(
                        FieldRole.FULL_NAME,
                        FieldRole.GIVEN_NAME,
                        FieldRole.FATHER_NAME,
                        FieldRole.FAMILY_NAME)) {
            values.getOrDefault(role, List.of()).forEach(value -> name.append(value).append(' '));
        }
        lock.writeLock().lock();
        try {
            names.put(id, name.toString());
            Names.keys(name.toString())
                    .forEach(key -> postings.computeIfAbsent(key, any -> new HashSet<>()).add(id));
        } finally {
            lock.writeLock().unlock();
        }
    }

    public void remove(String id) {
        lock.writeLock().lock();
        try {
            names.remove(id);
            postings.values().forEach(ids -> ids.remove(id));
        } finally {
            lock.writeLock().unlock();
        }
    }

    public int size() {
        lock.readLock().lock();
        try {
            return names.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    public List<Hit> search(Query query) {
        lock.readLock().lock();
        try {
            Set<String> found = new HashSet<>();
            Names.keys(query.name())
                    .forEach(key -> found.addAll(postings.getOrDefault(key, Set.of())));
            return found.stream()
                    .map(id ->
                            new Hit(id, Names.similarity(query.name(), names.getOrDefault(id, ""))))
                    .sorted(
                            Comparator.comparingDouble(Hit::probability)
                                    .reversed()
                                    .thenComparing(Hit::id))
                    .limit(query.top())
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }
}
