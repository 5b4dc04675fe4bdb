package org.nostos.identity.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.nostos.basics.FieldRole;
import org.nostos.basics.PartialDate;
import org.nostos.linkage.RecordTable;
import org.nostos.lists.AcceptedRecord;
import org.nostos.lists.Sex;
import org.nostos.names.Names;

/// Accepted records as the engine takes them: dates as intervals, the sex as its letter.
final class LinkageRows {

    private static final double ALIKE = 0.9;

    private LinkageRows() {}

    static Map<FieldRole, List<String>> values(AcceptedRecord record) {
        Map<FieldRole, List<String>> values = new EnumMap<>(FieldRole.class);
        values.putAll(record.values());
        values.remove(FieldRole.BIRTH_DATE);
        values.remove(FieldRole.SEX);
        PartialDate birth = record.birth();
        if (birth != null) {
            values.put(FieldRole.BIRTH_DATE, List.of(RecordTable.text(birth)));
        }
        if (record.sex() != Sex.UNKNOWN) {
            values.put(FieldRole.SEX, List.of(String.valueOf(record.sex().letter())));
        }
        return values;
    }

    static boolean soundAlike(String one, String other) {
        return Names.similarity(one, other) >= ALIKE;
    }
}
