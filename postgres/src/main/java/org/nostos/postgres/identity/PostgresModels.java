package org.nostos.postgres.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nostos.identity.ModelAdoption;
import org.nostos.identity.ModelTrial;
import org.nostos.identity.ModelTrial.Ended;
import org.nostos.identity.ModelTrial.Origin;
import org.nostos.identity.ModelTrial.SetAside;
import org.nostos.identity.ModelVersion;
import org.nostos.identity.Models;
import org.nostos.identity.TrialPair;
import org.nostos.identity.TrialResult;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PostgresModels implements Models {

    private static final String MODEL =
            "m.id as model, m.parameters, m.sha256, m.origin as model_origin, m.records, m.recorded_at as model_at ";
    private static final String ADOPTED =
            "select d.id, d.trial, d.reason, d.recorded_at, a.display_name, f.display_name as forward_by, "
                    + MODEL
                    + """
                    from nostos.model_adopted d
                    join nostos.linkage_model m on m.id = d.model
                    join nostos.account a on a.id = d.account
                    left join nostos.model_trial t on t.id = d.trial
                    left join nostos.account f on f.id = t.account
                    order by d.recorded_at desc limit ?
                    """;
    private static final String TRIAL =
            """
            select t.id, t.origin, t.model as given, t.account, a.display_name, t.reason, t.recorded_at,
                   e.recorded_at as ended, e.model, e.against, e.result::text as result,
                   o.reason as aside, o.recorded_at as aside_at, b.display_name as aside_by,
                   exists (select from nostos.model_adopted d where d.trial = t.id) as adopted
            from nostos.model_trial t
            join nostos.account a on a.id = t.account
            left join nostos.model_trial_ended e on e.trial = t.id
            left join nostos.model_trial_set_aside o on o.trial = t.id
            left join nostos.account b on b.id = o.account
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    PostgresModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ModelAdoption> inUse() {
        return adoptions(1).stream().findFirst();
    }

    @Override
    public Optional<ModelVersion> byId(UUID model) {
        return jdbc.sql("select " + MODEL + "from nostos.linkage_model m where m.id = ?")
                .param(model)
                .query(PostgresModels::model)
                .optional();
    }

    @Override
    public List<ModelAdoption> adoptions(int most) {
        return jdbc.sql(ADOPTED).param(most).query(PostgresModels::adoption).list();
    }

    @Override
    public void add(ModelVersion model, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.linkage_model (id, parameters, sha256, origin, records, act)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(model.id())
                .param(model.parameters())
                .param(HexFormat.of().parseHex(model.sha256()))
                .param(model.origin().name())
                .param(model.records())
                .param(act)
                .update();
    }

    @Override
    public void adopt(UUID model, @Nullable UUID trial, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.model_adopted (model, trial, account, reason, act)
                        values (?, ?::uuid, nostos.caller_account(), ?, ?)
                        """)
                .param(model)
                .param(text(trial))
                .param(reason)
                .param(act)
                .update();
    }

    @Override
    public void forward(UUID trial, Origin origin, @Nullable UUID model, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.model_trial (id, origin, model, account, reason, act)
                        values (?, ?, ?::uuid, nostos.caller_account(), ?, ?)
                        """)
                .param(trial)
                .param(origin.name())
                .param(text(model))
                .param(reason)
                .param(act)
                .update();
    }

    @Override
    public Optional<ModelTrial> trial(UUID trial) {
        return jdbc.sql(TRIAL + "where t.id = ?").param(trial).query(this::readTrial).optional();
    }

    @Override
    public List<ModelTrial> trials(int most) {
        return jdbc.sql(TRIAL + "order by t.recorded_at desc, t.id limit ?")
                .param(most)
                .query(this::readTrial)
                .list();
    }

    @Override
    public List<ModelTrial> openTrials() {
        return jdbc.sql(TRIAL + "where e.trial is null and o.trial is null order by t.recorded_at")
                .query(this::readTrial)
                .list();
    }

    @Override
    public void end(
            UUID trial,
            UUID model,
            UUID against,
            TrialResult result,
            List<TrialPair> pairs,
            UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.model_trial_ended (trial, how, model, against, result, act)
                        values (?, 'FINISHED', ?, ?, ?::jsonb, ?)
                        """)
                .param(trial)
                .param(model)
                .param(against)
                .param(json.writeValueAsString(result))
                .param(act)
                .update();
        pairs.forEach(pair -> add(trial, pair, act));
    }

    private void add(UUID trial, TrialPair pair, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.model_trial_pair (trial, kind, place, record_l, record_r, was, would, act)
                        values (?, ?, ?, ?, ?, ?::float8, ?::float8, ?)
                        """)
                .param(trial)
                .param(pair.kind().name())
                .param(pair.place())
                .param(pair.pair().left())
                .param(pair.pair().right())
                .param(pair.was())
                .param(pair.would())
                .param(act)
                .update();
    }

    @Override
    public void fail(UUID trial, UUID act) {
        jdbc.sql("insert into nostos.model_trial_ended (trial, how, act) values (?, 'FAILED', ?)")
                .param(trial)
                .param(act)
                .update();
    }

    @Override
    public void setAside(UUID trial, String reason, UUID act) {
        jdbc.sql(
                        """
                        insert into nostos.model_trial_set_aside (trial, account, reason, act)
                        values (?, nostos.caller_account(), ?, ?)
                        """)
                .param(trial)
                .param(reason)
                .param(act)
                .update();
    }

    @Override
    public List<TrialPair> pairs(UUID trial) {
        return jdbc.sql(
                        """
                        select kind, place, record_l, record_r, was, would from nostos.model_trial_pair
                        where trial = ? order by kind, place
                        """)
                .param(trial)
                .query((row, number) ->
                        new TrialPair(
                                TrialPair.Kind.valueOf(row.getString("kind")),
                                row.getInt("place"),
                                PostgresJudgements.pair(row, number),
                                row.getObject("was", Double.class),
                                row.getObject("would", Double.class)))
                .list();
    }

    @Override
    public boolean judged() {
        return jdbc.sql("select exists (select from nostos.judgement)")
                .query(Boolean.class)
                .single();
    }

    private static ModelVersion model(ResultSet row, int number) throws SQLException {
        return new ModelVersion(
                row.getObject("model", UUID.class),
                row.getString("parameters"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                ModelVersion.Origin.valueOf(row.getString("model_origin")),
                row.getLong("records"),
                at(row, "model_at"));
    }

    private static ModelAdoption adoption(ResultSet row, int number) throws SQLException {
        return new ModelAdoption(
                row.getObject("id", UUID.class),
                model(row, number),
                row.getObject("trial", UUID.class),
                row.getString("forward_by"),
                row.getString("display_name"),
                row.getString("reason"),
                at(row, "recorded_at"));
    }

    private ModelTrial readTrial(ResultSet row, int number) throws SQLException {
        UUID given = row.getObject("given", UUID.class);
        UUID tried = row.getObject("model", UUID.class);
        return new ModelTrial(
                row.getObject("id", UUID.class),
                Origin.valueOf(row.getString("origin")),
                given,
                row.getObject("account", UUID.class),
                row.getString("display_name"),
                row.getString("reason"),
                at(row, "recorded_at"),
                row.getObject("ended") == null ? null : ended(row, tried),
                row.getString("aside") == null
                        ? null
                        : new SetAside(
                                row.getString("aside_by"),
                                row.getString("aside"),
                                at(row, "aside_at")),
                row.getBoolean("adopted"));
    }

    private Ended ended(ResultSet row, @Nullable UUID tried) throws SQLException {
        String result = row.getString("result");
        return new Ended(
                at(row, "ended"),
                tried,
                row.getObject("against", UUID.class),
                result == null ? null : json.readValue(result, TrialResult.class));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
