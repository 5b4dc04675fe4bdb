package org.nostos.custody.internal;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nostos.basics.AsOf;
import org.nostos.basics.FieldRole;
import org.nostos.custody.FileItem;
import org.nostos.custody.FileItems;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Sex;
import org.springframework.stereotype.Component;

/// The items of the minimum file that lists give.
@Component
class RecordItems implements FileItems {

    private static final Map<FileItem, FieldRole> FIELDS =
            new EnumMap<>(
                    Map.of(
                            FileItem.BIRTH_DATE, FieldRole.BIRTH_DATE,
                            FileItem.BIRTH_PLACE, FieldRole.BIRTH_PLACE,
                            FileItem.NATIONALITY, FieldRole.NATIONALITY,
                            FileItem.FATHER_NAME, FieldRole.FATHER_NAME,
                            FileItem.MOTHER_NAME, FieldRole.MOTHER_NAME));

    private final Births births;

    RecordItems(Births births) {
        this.births = births;
    }

    @Override
    public Set<FileItem> held(Collection<UUID> persons, AsOf asOf) {
        Set<FileItem> held = EnumSet.noneOf(FileItem.class);
        for (AcceptedRecord record : births.records(persons)) {
            held.addAll(of(record));
        }
        return held;
    }

    private static Set<FileItem> of(AcceptedRecord record) {
        Set<FileItem> held = EnumSet.noneOf(FileItem.class);
        FIELDS.forEach((item, role) -> {
            if (record.first(role) != null) {
                held.add(item);
            }
        });
        if (record.birth() == null) {
            held.remove(FileItem.BIRTH_DATE);
        }
        if (says(record, FieldRole.FULL_NAME)
                || says(record, FieldRole.GIVEN_NAME) && says(record, FieldRole.FAMILY_NAME)) {
            held.add(FileItem.NAMES);
        }
        if (record.sex() != Sex.UNKNOWN) {
            held.add(FileItem.SEX);
        }
        return held;
    }

    private static boolean says(AcceptedRecord record, FieldRole role) {
        return !List.of().equals(record.values().getOrDefault(role, List.of()));
    }
}
