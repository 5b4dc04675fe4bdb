package org.nostos.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.ModelAdoption;
import org.nostos.identity.ModelTrial;
import org.nostos.web.listing.Column;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The columns of the models put forward and of those that were in use.
@Component
class ModelColumns {

    private final MessageSource messages;

    ModelColumns(MessageSource messages) {
        this.messages = messages;
    }

    static List<Column<ModelTrial>> trials(@Nullable UUID used) {
        return List.of(
                Column.word("model", "model.trial", "model.origin.", ModelTrial::origin),
                Column.word("stands", "model.standing", "model.state.", trial -> trial.state(used)),
                Column.text("by", "model.by", ModelTrial::by),
                Column.text("at", "model.at", ModelTrial::at),
                Column.<ModelTrial>text("reason", "model.reason", ModelTrial::reason).still());
    }

    List<Column<ModelAdoption>> history(boolean keeps) {
        List<Column<ModelAdoption>> columns = new ArrayList<>();
        columns.add(
                Column.<ModelAdoption>text("model", "model.model", one -> one.model().shortHash())
                        .still());
        columns.add(Column.word("from", "model.from", "model.from.", one -> one.model().origin()));
        columns.add(Column.text("since", "model.since", ModelAdoption::at));
        columns.add(Column.text("hands", "model.hands", this::hands));
        columns.add(
                Column.<ModelAdoption>text("reason", "model.reason", ModelAdoption::reason)
                        .still());
        if (keeps) {
            columns.add(Column.bare("model.back"));
        }
        return columns;
    }

    private String hands(ModelAdoption one) {
        return one.putForwardBy() == null
                ? said("model.by-engine")
                : said("model.two-hands", one.putForwardBy(), one.by());
    }

    private String said(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
